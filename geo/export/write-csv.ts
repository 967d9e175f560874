import { csvRecord, guard } from '../formats/csv.ts';
import { OWN_COLUMNS, ownRecord } from '../formats/own-table.ts';
import { radiusOf } from '../formats/recorded.ts';
import { provenanceLines } from './provenance.ts';
import type { Writer } from './writer.ts';

/** Columns after our own: they say of each row where it comes from, as a table has no place for remarks. */
const DATASET_COLUMNS = ['dataset', 'licence'] as const;

/** Our own table, which comes back in unchanged; the provenance stands in the name of the last, empty column. */
export const csvWriter: Writer = {
  extension: 'csv',
  type: 'text/csv',
  head: (provenance) =>
    `${csvRecord([...OWN_COLUMNS, ...DATASET_COLUMNS, provenanceLines(provenance).join(' ')].map(guard))}\r\n`,
  line: ({ incident: { geometry, properties }, dataset }) => {
    const [lon, lat] = geometry.coordinates;
    const event = { recorded: properties, lon, lat, radiusKm: radiusOf(properties) };
    return `${ownRecord(event, properties)},${csvRecord([dataset.name, dataset.licence, ''].map(guard))}\r\n`;
  },
  end: '',
};
