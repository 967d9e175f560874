import { csvRecord, guard } from '../formats/csv.ts';
import { OWN_COLUMNS, ownRecord } from '../formats/own-table.ts';
import { radiusOf } from '../formats/recorded.ts';
import { placesOfIncident } from '../model/incident-places.ts';
import { provenanceLines } from './provenance.ts';
import type { Writer } from './writer.ts';

/** Columns after our own: they say of each row where it comes from, as a table has no place for remarks. */
const DATASET_COLUMNS = ['dataset', 'licence', 'provenance'] as const;

/** Our own table, which comes back in unchanged; how the whole file was made stands once, in the last cell of its first row. */
export const csvWriter: Writer = {
  extension: 'csv',
  type: 'text/csv',
  head: () => `${csvRecord([...OWN_COLUMNS, ...DATASET_COLUMNS])}\r\n`,
  line: ({ incident, dataset }, first, provenance) => {
    const { properties } = incident;
    const [[lon, lat], ...otherPlaces] = placesOfIncident(incident);
    const event = { recorded: properties, lon, lat, radiusKm: radiusOf(properties), otherPlaces };
    const made = first ? provenanceLines(provenance).join(' ') : '';
    return `${ownRecord(event, properties)},${csvRecord([dataset.name, dataset.licence, made].map(guard))}\r\n`;
  },
  end: '',
};
