import type { Format, TableFormat } from './format.ts';
import { geojson, gpx, kml } from './geojson.ts';
import { ownTable } from './own-table.ts';
import { table } from './table.ts';

/** A dataset that is also given without a header: the columns that its rows then have, and whether a row is one. */
export interface Headerless {
  format: TableFormat;
  header: readonly string[];
  fits: (cells: readonly string[]) => boolean;
}

/** Formats of tables, the most particular first: of two that are equally sure, the first is taken. */
export const TABLE_FORMATS: readonly TableFormat[] = [ownTable, table];

export const HEADERLESS: readonly Headerless[] = [];

/** Every format that can be read. */
export const FORMATS: readonly Format[] = [...TABLE_FORMATS, geojson, kml, gpx];

/** The format with an id, `null` where there is none. */
export function formatWithId(id: string): Format | null {
  return FORMATS.find((format) => format.id === id) ?? null;
}
