import type { Wording } from '../model/codes.ts';
import type { Note, NoteCode, NoteParams } from '../model/findings.ts';

/** The words for what there is to know of a file as a whole. */
export const NOTE_WORDS: Wording<NoteParams> = {
  'utf-16': ({ order }) => `The text is UTF-16 ${order}.`,
  'windows-1252': () => 'Some lines are not UTF-8: they are read as Windows-1252.',
  'no-header': ({ format }) => `There is no header: read as ${format}.`,
  'header-line': ({ line }) => `The header stands in line ${line}: what is above it was passed over.`,
  'hxl-tags': ({ line }) => `Line ${line} holds HXL tags and was passed over.`,
  'archive-entry': ({ name }) => `Read from the archive: ${name}`,
  sheet: ({ sheet }) => `Read from sheet ${sheet} of the workbook.`,
};

/** What there is to know of how a file was read. */
export function noteText<C extends NoteCode>({ code, params }: Note<C>): string {
  return NOTE_WORDS[code](params);
}
