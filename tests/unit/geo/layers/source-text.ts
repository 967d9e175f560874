import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INCIDENT_COLUMNS } from '../../../../geo/layers/incident-row.ts';
import type { Computed } from '../../../../geo/model/incident.ts';

const SOURCES = join(process.cwd(), 'geo', 'sources');

/** The text of a file of geo/sources. */
export function sourceText(file: string): string {
  return readFileSync(join(SOURCES, file), 'utf8');
}

/** An `enrich` that computes nothing: these tests are about what is recorded. */
export const nothingComputed = (): Computed => ({
  district: null,
  districtByPoint: null,
  province: null,
  borderKm: null,
  borderKmMin: null,
  borderKmMax: null,
  borderPoint: null,
  side: null,
  alongKm: null,
});

/** A row of incidents.csv that is right. */
export const GOOD_ROW: Readonly<Record<(typeof INCIDENT_COLUMNS)[number], string>> = {
  id: 'T-1',
  date_start: '2024-02-28',
  date_end: '2024-02-29',
  date_precision: 'day',
  title: 'Attack on a post',
  type: 'raid_assault',
  place: 'Wana',
  district_or_province: 'South Waziristan',
  country: 'PK',
  lat: '32.30472',
  lon: '69.57028',
  location_precision: 'town',
  actor_1: 'Unclaimed (TTP suspected)',
  actor_2: 'Pakistan Army',
  killed_best: '3',
  injured_best: '',
  claims: '[{"by":"ISPR","killed":3,"injured":null,"note":""}]',
  sources: '[{"publisher":"Dawn","year":2024}]',
  confidence: 'high',
};

/** A table of the incidents with the given rows, each `GOOD_ROW` with some cells changed. */
export function incidentsCsv(...changes: Partial<typeof GOOD_ROW>[]): string {
  const rows = changes.map((change) => ({ ...GOOD_ROW, ...change }));
  const lines = rows.map((row) => INCIDENT_COLUMNS.map((column) => `"${row[column].replaceAll('"', '""')}"`).join(','));
  return [INCIDENT_COLUMNS.join(','), ...lines, ''].join('\n');
}
