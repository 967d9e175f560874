import * as z from 'zod/mini';
import { computedSchema, type Computed, type Recorded } from '../model/incident.ts';
import { csvRecord, guard, unguard } from './csv.ts';
import { rejection } from './finding.ts';
import type { DateColumns, Event, TableFormat } from './format.ts';
import { readDegrees } from './plain.ts';
import { radiusOf, readRecorded } from './recorded.ts';
import { placesText } from './several-places.ts';
import type { Taken, TakenAs } from './taken.ts';

/** How a field stands in a cell. An empty cell is `null` in every kind; lists and objects are JSON. */
type Kind = 'text' | 'number' | 'json';

/** What is recorded, in the order of the columns of our own CSV. */
const RECORDED: readonly (readonly [field: keyof Recorded, kind: Kind])[] = [
  ['id', 'text'],
  ['title', 'text'],
  ['type', 'text'],
  ['start', 'text'],
  ['end', 'text'],
  ['datePrecision', 'text'],
  ['place', 'text'],
  ['admin', 'text'],
  ['country', 'text'],
  ['locationPrecision', 'text'],
  ['actors', 'json'],
  ['fatalities', 'json'],
  ['injured', 'number'],
  ['claims', 'json'],
  ['remarks', 'json'],
  ['sources', 'json'],
  ['confidence', 'text'],
];
const PLACE = ['lat', 'lon', 'radiusKm'] as const;
const TAKEN: Readonly<Record<keyof Recorded | (typeof PLACE)[number], TakenAs>> = {
  id: 'id',
  title: 'title',
  type: 'type',
  start: 'start',
  end: 'end',
  datePrecision: 'datePrecision',
  place: 'place',
  admin: 'admin',
  country: 'country',
  locationPrecision: 'locationPrecision',
  actors: 'actors',
  fatalities: 'best',
  injured: 'injured',
  claims: 'claims',
  remarks: 'remarks',
  sources: 'publisher',
  confidence: 'confidence',
  lat: 'lat',
  lon: 'lon',
  radiusKm: 'locationPrecision',
};
/** Figures that spreadsheets can add up. They repeat `fatalities`, and are passed over when the table is read. */
const FIGURES = ['killedBest', 'killedLow', 'killedHigh'] as const;
const COMPUTED = Object.keys(computedSchema.shape) as readonly (keyof Computed)[];

const REQUIRED: readonly string[] = [...RECORDED.map(([field]) => field), ...PLACE];

/** The columns of our own CSV: what is recorded, then what is computed, which is computed anew when it is read. */
export const OWN_COLUMNS: readonly string[] = [...REQUIRED, ...FIGURES, ...COMPUTED];

/**
 * An incident as a line of our own CSV, without a line break at its end. Cells that a spreadsheet would run are guarded. Of
 * several places the first has the columns; the others are a remark, and the radius reaches as far as the distances do.
 */
export function ownRecord({ lon, lat, ...event }: Event, computed: Computed): string {
  const { otherPlaces = [] } = event;
  const areSeveral = otherPlaces.length > 0;
  const radiusKm = areSeveral ? radiusOf({ ...event.recorded, ...computed }) : event.radiusKm;
  const remarks = areSeveral ? [...event.recorded.remarks, placesText(otherPlaces)] : event.recorded.remarks;
  const recorded = { ...event.recorded, remarks };
  const { best, low, high } = recorded.fatalities;
  const cells = [
    ...RECORDED.map(([field, kind]) => cellOf(recorded[field], kind)),
    ...[lat, lon, radiusKm, best, low, high].map((value) => cellOf(value, 'number')),
    ...COMPUTED.map((field) => cellOf(computed[field], typeof computed[field] === 'object' ? 'json' : 'text')),
  ];
  return csvRecord(cells.map(guard));
}

function cellOf(value: unknown, kind: Kind): string {
  if (value === null || value === undefined) return '';
  return kind === 'json' ? JSON.stringify(value) : String(value as string | number);
}

const KILOMETRES = z.number().check(z.minimum(0));

/** Its days are written in one way. */
const NO_DATES: DateColumns = { columns: [], year: -1, named: null, dayFirst: '' };

/** The table that we write ourselves. It comes back unchanged. */
export const ownTable: TableFormat = {
  kind: 'table',
  id: 'durand',
  label: 'Durand Map table',
  extensions: ['csv'],
  score: (header) => (REQUIRED.every((column) => header.includes(column)) ? 1 : 0),
  taken: (header) => ownTaken(header),
  dates: () => NO_DATES,
  reader: (header) => {
    const at = (column: string) => header.indexOf(column);
    const fields = RECORDED.map(([field, kind]) => ({ field, kind, column: at(field) }));
    const [lat, lon, radius] = PLACE.map(at);
    return (cells) => {
      const candidate: Partial<Record<keyof Recorded, unknown>> = {};
      for (const { field, kind, column } of fields) {
        const value = valueOf(unguard(cells[column] ?? ''), kind);
        if (value === undefined) return rejection(field, cells[column], kind === 'json' ? 'not-json' : 'not-number');
        candidate[field] = value;
      }
      const recorded = readRecorded(candidate);
      if ('rejected' in recorded) return recorded;
      const radiusKm = valueOf(cells[radius] ?? '', 'number');
      if (radiusKm !== null && !KILOMETRES.safeParse(radiusKm).success) {
        return rejection('radiusKm', cells[radius], 'not-kilometres');
      }
      const [x, y] = [readDegrees(cells[lon] ?? ''), readDegrees(cells[lat] ?? '')];
      return { event: { recorded, lon: x, lat: y, radiusKm: radiusKm as number | null }, warnings: [] };
    };
  },
};

/** What the columns of our own form become, of a table or of features: all that is recorded. */
export function ownTaken(names: readonly string[]): Taken {
  const taken = new Map<number, readonly TakenAs[]>();
  names.forEach((name, column) => {
    if (Object.hasOwn(TAKEN, name)) taken.set(column, [TAKEN[name as keyof typeof TAKEN]]);
  });
  return taken;
}

/** `undefined` where the cell is not of its kind. */
function valueOf(cell: string, kind: Kind): unknown {
  if (cell === '') return null;
  if (kind === 'text') return cell;
  if (kind === 'number') {
    const number = readDegrees(cell);
    return Number.isNaN(number) ? undefined : number;
  }
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return undefined;
  }
}
