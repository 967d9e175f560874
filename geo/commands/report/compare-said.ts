import type { TwoWindows, NotCompared } from '../../views/compare.ts';

const NOT_COMPARED: Readonly<Record<NotCompared, string>> = {
  overlap: 'Not compared: the two windows share days.',
  'one-day': 'Not compared: one day has no halves.',
  outside: 'Not compared: one of the windows holds no day of the data.',
  'no-data': 'Not compared: there is no incident.',
};

/** Why two windows are not compared; nothing where they are. */
export function compareNotes(comparison: TwoWindows | NotCompared): string[] {
  return typeof comparison === 'string' ? [NOT_COMPARED[comparison]] : [];
}
