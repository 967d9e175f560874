import { group } from 'd3-array';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A page of a PDF: its size in points, and its lines from the top, indented by what they stand to the right of the leftmost. */
export interface PdfPage {
  size: [width: number, height: number];
  lines: string[];
}

/** Points that a space of an indentation stands for. */
const INDENT = 6;

/** The pages of a PDF. */
export async function pagesOf(pdf: Buffer): Promise<PdfPage[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: Number(item.transform[4]), y: Math.round(Number(item.transform[5])) }]
        : [],
    );
    pages.push({ size: [width, height], lines: linesOf(words) });
  }
  await task.destroy();
  return pages;
}

function linesOf(words: readonly { text: string; x: number; y: number }[]): string[] {
  const left = Math.min(...words.map(({ x }) => x));
  const lines = group(
    words.toSorted((a, b) => b.y - a.y || a.x - b.x),
    ({ y }) => y,
  );
  return [...lines.values()].map(
    (line) => ' '.repeat(Math.round((line[0].x - left) / INDENT)) + line.map(({ text }) => text).join(' '),
  );
}
