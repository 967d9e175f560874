import { InputError } from '../model/errors.ts';
import { unreadable } from './source.ts';

/** A table of events in a file that holds several: a sheet of a workbook, or a file of an archive. */
export interface FoundTable {
  name: string;
  /** The name of its format. */
  label: string;
}

/** A file that holds several tables of events: one has to be chosen. */
export class NeedsSheet extends InputError {
  override name = 'NeedsSheet';
  readonly found: readonly FoundTable[];

  constructor(file: string, found: readonly FoundTable[]) {
    const names = found.map(({ name }) => name);
    super({ where: { file, row: null, field: null, value: names }, code: 'several-tables', params: {} });
    this.found = found;
  }
}

/** What may be read of a file: `sheet` is what was asked for within it, where it holds several itself. */
export interface Readable<T> {
  name: string;
  open: (sheet: string | undefined) => Promise<T>;
}

interface Several {
  file: string;
  /** What was asked for: one of the names, or one with what lies within it after a slash. */
  sheet: string | undefined;
  /** How much like a table of events what cannot be read for an error looks like: 0 for not at all. */
  likeness: (error: InputError) => number;
}

/** More are not looked at. */
export const MOST_TABLES = 50;

/**
 * Opens the one that holds events: the one that was asked for, or the only one that can be read, or else the one that looks most like
 * a table of events, whose error says what it lacks.
 * @throws NeedsSheet where several can be read, or look like it
 */
export async function openOneOf<T extends { label: string }>(
  all: readonly Readable<T>[],
  { file, sheet, likeness }: Several,
): Promise<T> {
  const tables = all.slice(0, MOST_TABLES);
  const [only] = tables;
  if (tables.length === 1) return only.open(withinOf(only.name, sheet));
  if (sheet !== undefined) {
    const asked = tables.find(({ name }) => name === sheet) ?? tables.find(({ name }) => sheet.startsWith(`${name}/`));
    if (asked) return asked.open(withinOf(asked.name, sheet));
    throw unreadable(file, sheet, 'no-such-sheet', { names: tables.map(({ name }) => name) });
  }

  const opened: T[] = [];
  const found: FoundTable[] = [];
  const refused: { name: string; error: InputError; likeness: number }[] = [];
  for (const { name, open } of tables) {
    try {
      const one = await open(undefined);
      opened.push(one);
      found.push({ name, label: one.label });
    } catch (error) {
      if (error instanceof NeedsSheet)
        found.push(...error.found.map((one) => ({ ...one, name: `${name}/${one.name}` })));
      else if (error instanceof InputError) refused.push({ name, error, likeness: likeness(error) });
      else throw error;
    }
  }
  if (found.length > 1) throw new NeedsSheet(file, found);
  if (opened.length === 1) return opened[0];
  const [first, second] = refused.toSorted((a, b) => b.likeness - a.likeness);
  if (first.likeness === 0 || second.likeness < first.likeness) throw first.error;
  const like = refused.filter((one) => one.likeness === first.likeness);
  throw new NeedsSheet(
    file,
    like.map(({ name }) => ({ name, label: '' })),
  );
}

/** What is asked for within one of the tables; what is asked for may lie in the only one without naming it. */
function withinOf(name: string, sheet: string | undefined): string | undefined {
  if (sheet === undefined || sheet === name) return undefined;
  return sheet.startsWith(`${name}/`) ? sheet.slice(name.length + 1) : sheet;
}
