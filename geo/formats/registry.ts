import { acled } from './acled.ts';
import { readDate } from './dates.ts';
import type { Format, TableFormat } from './format.ts';
import { geojson, gpx, kml } from './geojson.ts';
import { gtd } from './gtd.ts';
import { ownTable } from './own-table.ts';
import { readDegrees } from './plain.ts';
import { table } from './table.ts';
import { ucdp, UCDP_COLUMNS } from './ucdp.ts';

/** A dataset that is also given without a header: the columns that its rows then have, and whether a row is one. */
interface Headerless {
  format: TableFormat;
  header: readonly string[];
  fits: (cells: readonly string[]) => boolean;
}

/** Formats of tables, the most particular first: of two that are equally sure, the first is taken. */
export const TABLE_FORMATS: readonly TableFormat[] = [ownTable, acled, ucdp, gtd, table];

/** UCDP Candidate comes without a header (24.0.1): 49 cells, with what can be told apart where it belongs. */
export const HEADERLESS: readonly Headerless[] = [
  { format: ucdp, header: UCDP_COLUMNS, fits: (cells) => cells.length === UCDP_COLUMNS.length && fitsUcdp(cells) },
];

/** A date as it stands, where it can be read in one way. */
const BY_ITSELF = { order: 'each', numbers: 'none' } as const;

function fitsUcdp(cells: readonly string[]): boolean {
  const at = (column: string) => cells[UCDP_COLUMNS.indexOf(column)].trim();
  return (
    /^\d+$/.test(at('id')) &&
    /^(?:19|20)\d\d$/.test(at('year')) &&
    /^[123]$/.test(at('type_of_violence')) &&
    Math.abs(readDegrees(at('latitude'))) <= 90 &&
    Math.abs(readDegrees(at('longitude'))) <= 180 &&
    typeof readDate(at('date_start'), BY_ITSELF) !== 'string'
  );
}

/** Every format that can be read. */
export const FORMATS: readonly Format[] = [...TABLE_FORMATS, geojson, kml, gpx];

/** The format with an id, `null` where there is none. */
export function formatWithId(id: string): Format | null {
  return FORMATS.find((format) => format.id === id) ?? null;
}
