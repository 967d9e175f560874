import { zipSync } from 'fflate';

const utf8 = (text: string) => new TextEncoder().encode(text);
const NAMESPACES = ['office', 'table', 'text'].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
);

/** An OpenDocument spreadsheet (ISO/IEC 26300), written by hand: each sheet is the XML of its rows, by its name. */
export function ods(sheets: Readonly<Record<string, string>>): Uint8Array {
  const tables = Object.entries(sheets).map(
    ([name, rows]) => `<table:table table:name="${name}"><table:table-column/>${rows}</table:table>`,
  );
  const files: Record<string, string> = {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': '<manifest:manifest/>',
    'content.xml': `<?xml version="1.0"?><office:document-content ${NAMESPACES.join(' ')}><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, utf8(text)])));
}

/** A row of cells of text, which is escaped. */
export function odsRow(cells: readonly string[], more = ''): string {
  const escaped = cells.map((cell) => cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const texts = escaped.map(
    (cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`,
  );
  return `<table:table-row>${texts.join('')}${more}</table:table-row>`;
}
