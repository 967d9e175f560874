import { rmSync } from 'node:fs';

/** Files and folders that are not whole yet. */
const files = new Set<string>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Has a file or a folder removed when the process ends, by a signal too, before it is whole. */
export function rememberUnfinished(file: string): void {
  if (files.size === 0) {
    process.on('exit', removeAll);
    for (const signal of SIGNALS) process.on(signal, endBy);
  }
  files.add(file);
}

/** Leaves a file alone from here on: it is whole, or it is gone. */
export function forgetUnfinished(file: string): void {
  if (!files.delete(file) || files.size > 0) return;
  process.off('exit', removeAll);
  for (const signal of SIGNALS) process.off(signal, endBy);
}

function removeAll(): void {
  for (const file of files) {
    rmSync(file, { force: true, recursive: true });
    forgetUnfinished(file);
  }
}

/** Ends as the signal alone would have ended the process. */
function endBy(signal: NodeJS.Signals): void {
  removeAll();
  process.kill(process.pid, signal);
}
