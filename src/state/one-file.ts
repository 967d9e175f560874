/** What a page that is one file has beside its scripts and layers, by what src/one-file/save-page.ts calls it. */
export const FILE_VIEW = 'view.txt';
export const FILE_PROJECT = 'own.project.zip';

/** Reads what stands in the file; put there by scripts/one-file/start.js. */
declare global {
  var pageFile: ((name: string) => Uint8Array<ArrayBuffer> | null) | undefined;
}

/** Whether the page is one file, saved to be opened from disk: it keeps nothing between visits. */
export function isOneFile(): boolean {
  return globalThis.document?.documentElement.dataset.oneFile !== undefined;
}

/** The view that it was saved with, as a hash; empty where all is as at first. */
export function viewInFile(): string {
  const bytes = globalThis.pageFile?.(FILE_VIEW);
  return bytes ? new TextDecoder().decode(bytes) : '';
}

/** The project with the files that were the reader's own when it was saved; `null` where it has none. */
export function projectInFile(): File | null {
  const bytes = globalThis.pageFile?.(FILE_PROJECT);
  return bytes ? new File([bytes], FILE_PROJECT) : null;
}
