import { inputError } from '../model/errors.ts';
import type { FindingCode, Note } from '../model/findings.ts';
import { columnsIn, shownIn } from './columns-read.ts';
import { namesColumns, ONE_DATE, OF_DATES } from './date-style.ts';
import type { DatePlaces } from './date-places.ts';
import { note, rejection } from './finding.ts';
import type { Entry, FeatureFormat, Layout } from './format.ts';
import type { MadeElement } from './kml-gpx.ts';
import type { Asked, Reading } from './reading.ts';
import { createFeatureRowReader, parsed } from './rows.ts';
import { NeedsMapping, rowsShown } from './sample.ts';
import { settledEntries, settleDates } from './settle-dates.ts';
import { peeked, unreadable } from './source.ts';
import { datedEntries } from './undated.ts';

/** Why a feature that is flawed is not taken. */
export const FLAW_CODES = {
  length: 'feature-too-long',
  depth: 'feature-too-deep',
  end: 'feature-cut-off',
  xml: 'not-xml',
  place: 'no-place',
} as const satisfies Record<NonNullable<MadeElement['flaw']>, FindingCode>;

/** What tells the order of the dates of features, where they do not. */
const NO_PLACES: DatePlaces = { named: null, dayFirst: '.' };

/** A file that is no table is what it is, whatever it was said to be. */
export function checkAsked(file: string, { format, headerRow }: Asked, actual: FeatureFormat): void {
  if (format && format !== actual) {
    throw unreadable(file, format.id, 'asked-but-features', { format: actual.id, label: actual.label });
  }
  if (headerRow !== undefined) throw unreadable(file, headerRow, 'header-row-of-features', { label: actual.label });
}

/** The features of a file, and all of them again from its beginning. */
export interface Elements {
  batches: AsyncGenerator<MadeElement[]>;
  again: () => AsyncIterable<MadeElement[]>;
}

/**
 * What reads a file of features.
 * @throws NeedsMapping where somebody wants to choose
 */
export async function featureReading(
  file: string,
  format: FeatureFormat,
  { batches, again }: Elements,
  notes: Note[],
  asked: Asked,
): Promise<Reading> {
  const layout: Layout = { format: format.id, header: null, delimiter: '', mapping: asked.mapping ?? null };
  const { first, all } = await peeked(batches);
  const raws = (first ?? []).filter(({ flaw }) => flaw === null).map(({ raw }) => raw);
  if (asked.isToChoose) throw toChoose(file, layout, raws);
  checkNames(file, layout, raws);

  function createEntryReader(): (element: MadeElement) => Entry {
    const read = createFeatureRowReader(format.reader(layout.mapping ?? undefined));
    return ({ index: line, raw, flaw }) => {
      if (flaw !== null) return { line, raw, read: rejection(null, raw, FLAW_CODES[flaw]) };
      const feature = parsed(raw);
      return { line, raw, read: feature === undefined ? rejection(null, raw, 'not-json') : read(feature) };
    };
  }
  async function* dates() {
    const datesIn = format.dates(layout.mapping ?? undefined);
    for await (const batch of again()) {
      yield batch.map(({ index, raw, flaw }) => ({
        line: index + 1,
        ...datesIn(flaw === null ? parsed(raw) : null),
      }));
    }
  }
  const settle = () => settleDates({ file, layout, notes, places: NO_PLACES, rows: dates });
  const settled = settledEntries(all, createEntryReader, settle);
  const date = asked.mapping?.[ONE_DATE];
  if (typeof date === 'string') notes.push(note('one-date', { date }));
  const entries = date === undefined ? datedEntries(settled, { file, label: format.label, dates }) : settled;
  return { layout, label: format.label, columns: columnsIn(layout, raws), notes, entries };
}

/** @throws InputError where the mapping names a property that none of the first features has */
function checkNames(file: string, layout: Layout, raws: readonly string[]): void {
  if (layout.mapping === null || !namesColumns(layout.mapping) || raws.length === 0) return;
  const { names } = shownIn(layout, raws);
  for (const [field, named] of Object.entries(layout.mapping)) {
    if (OF_DATES.includes(field)) continue;
    const missing = [named].flat().find((name) => name !== '' && !names.includes(name));
    if (missing === undefined) continue;
    throw inputError({ file, row: null, field, value: names.slice(0, 20) }, 'mapped-column-missing', {
      field,
      column: missing,
    });
  }
}

function toChoose(file: string, layout: Layout, raws: readonly string[]): NeedsMapping {
  const { names, rows } = shownIn(layout, raws.slice(0, 20));
  const shown = [{ line: 0, cells: names }, ...rows.map((cells, i) => ({ line: i + 1, cells }))];
  const where = { file, row: null, field: null, value: names.slice(0, 20) };
  return new NeedsMapping(
    { where, code: 'unknown-header', params: {} },
    { kind: 'feature', rows: rowsShown(shown), headerLine: 0, format: layout.format, sheets: [], sheet: null },
  );
}
