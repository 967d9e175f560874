import { csvWriter } from './write-csv.ts';
import { geojsonWriter } from './write-geojson.ts';
import { kmlWriter } from './write-kml.ts';
import type { Writer } from './writer.ts';

/** The forms in which incidents can be saved. */
export const WRITERS = { geojson: geojsonWriter, csv: csvWriter, kml: kmlWriter } as const satisfies Record<
  string,
  Writer
>;
export type ExportFormat = keyof typeof WRITERS;
