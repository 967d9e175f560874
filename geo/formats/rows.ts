import { createKnownPlaces, type PlaceOf } from '../ground/place-names.ts';
import { dayOf } from '../model/day.ts';
import type { FindingCode } from '../model/findings.ts';
import { finding, rejection } from './finding.ts';
import { withAnyStyle } from './date-style.ts';
import type { Layout, RowRead, TableFormat } from './format.ts';
import { createPlausible } from './plausible.ts';
import { cellsOf, type Flaw } from './records.ts';
import { formatWithId } from './registry.ts';
import { bareHeader, createBareCells } from './rejects.ts';
import { isObject } from './recorded.ts';

const FLAW_CODES = { quotes: 'open-quotes', length: 'row-too-long', record: 'not-record' } as const satisfies Record<
  Flaw,
  FindingCode
>;

/** Why a record that cannot be split into cells is not taken. */
export function flawed(flaw: Flaw, raw: string): RowRead {
  return rejection(null, raw, FLAW_CODES[flaw]);
}

/** Today's day by the clock of the machine. */
function today(): number {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** Gives what reads the cells of a table's row: by its format, then by the rules for all. Throws what `reader` throws. */
export function createCellsReader(
  layout: Pick<Layout, 'mapping'> & { header: readonly string[] },
  format: TableFormat,
  placeOf?: PlaceOf,
): (cells: readonly string[]) => RowRead {
  const header = bareHeader(layout.header);
  const bareCells = createBareCells(layout.header);
  const read = format.reader(header, layout.mapping ?? undefined, placeOf);
  const plausible = createPlausible(today());
  return (all) => {
    const cells = bareCells(all);
    if (cells === null) return flawed('quotes', all.join(','));
    if (cells.length === header.length) return plausible(read(cells));
    if (cells.length > header.length) {
      if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
        return rejection(null, cells.length, 'more-cells', { columns: header.length });
      }
      return plausible(read(cells.slice(0, header.length)));
    }
    const row = plausible(read(cells));
    if ('rejected' in row) return row;
    const warning = finding(null, cells.length, 'fewer-cells', { columns: header.length });
    return { ...row, warnings: [warning, ...row.warnings] };
  };
}

/** Gives what reads one feature, as `JSON.parse` gives it: by its format, then by the rules for all. */
export function createFeatureRowReader(read: (feature: unknown) => RowRead): (feature: unknown) => RowRead {
  const plausible = createPlausible(today());
  return (feature) => plausible(read(feature));
}

/** Gives what reads again a row that was read: what `Entry.raw` holds. Dates are read as was settled for the file. */
export function createRowReader(kept: Layout): (raw: string) => RowRead {
  const layout = { ...kept, mapping: withAnyStyle(kept.mapping) };
  const format = formatWithId(layout.format);
  if (format === null) throw new RangeError(`There is no format ${JSON.stringify(layout.format)}.`);
  if (format.kind === 'feature') {
    const read = createFeatureRowReader(format.reader(layout.mapping));
    return (raw) => {
      const feature = parsed(raw);
      return feature === undefined ? rejection(null, raw, 'not-json') : read(feature);
    };
  }
  const placeOf = layout.guesses && createKnownPlaces(layout.guesses);
  const read = createCellsReader({ ...layout, header: layout.header ?? [] }, format, placeOf);
  return (raw) => {
    const cells = cellsOf(raw, layout);
    return cells === null ? flawed('quotes', raw) : read(cells);
  };
}

/** The original columns of a row, or properties of a feature, by name, as texts. */
export function originalOf({ header, delimiter }: Layout, raw: string): [name: string, value: string][] {
  if (header === null) {
    const feature = parsed(raw);
    const properties = isObject(feature) && isObject(feature.properties) ? feature.properties : {};
    const words = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
    return Object.entries(properties).map(([name, value]) => [name, words(value)]);
  }
  const all = cellsOf(raw, { delimiter });
  const cells = all && createBareCells(header)(all);
  if (cells === null) return [];
  return bareHeader(header).map((name, column) => [name, cells[column] ?? '']);
}

/** `undefined` for a text that is not JSON. */
export function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return undefined;
  }
}
