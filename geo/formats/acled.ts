import { dayOf, formatDay, parseDay, partsOf } from '../model/day.ts';
import type { Actor, ActorSide, DatePrecision, IncidentType } from '../model/incident.ts';
import type { Country } from '../region.ts';
import {
  cellAt,
  codeAt,
  datasetColumns,
  createDaysReader,
  datasetDates,
  datasetId,
  datasetSource,
  datasetTaken,
  joined,
  listOf,
  meaningOf,
  nameAt,
  publishersIn,
  readFigure,
  readPlace,
  scoreOf,
  takenRow,
  type DatasetColumns,
  type DatasetFields,
  type Findings,
} from './cells.ts';
import type { TableFormat } from './format.ts';
import { memoised } from '../memo.ts';
import type { DateRead } from './one-date.ts';
import {
  ACLED_EVENTS,
  ACLED_INTERACTION,
  ACLED_KINDS,
  ACLED_PLACE,
  ACLED_SHELLING,
  ACLED_SIDES,
  ACLED_SUB_EVENTS,
  ACLED_TIME,
  plainAcled,
  type AcledKind,
} from './vocabulary/acled.ts';
import type { PlaceAccuracy } from './vocabulary/codes.ts';
import { countryOf } from './vocabulary/countries.ts';
import { afghanSide, createSideOf, settingOf, type ActorSetting } from './vocabulary/sides.ts';

const COLUMNS: DatasetColumns = {
  label: 'ACLED',
  needed: ['event_date', 'event_type', 'actor1', 'latitude', 'longitude'],
  typical: [
    ...['event_id_cnty', 'time_precision', 'sub_event_type', 'assoc_actor_1', 'inter1', 'actor2', 'assoc_actor_2'],
    ...['inter2', 'interaction', 'iso', 'admin1', 'admin2', 'location', 'geo_precision', 'source', 'source_scale'],
    ...['notes', 'fatalities'],
  ],
};

/** What is read of a row, and what becomes of it. */
const FIELDS = {
  id: ['event_id_cnty', 'id'],
  date: ['event_date', 'start'],
  year: ['year', 'year'],
  timePrecision: ['time_precision', 'datePrecision'],
  event: ['event_type', 'type'],
  subEvent: ['sub_event_type', 'type'],
  actor1: ['actor1', 'actor1'],
  allies1: ['assoc_actor_1', 'actor1'],
  allies1Before2017: ['ally_actor_1', 'actor1'],
  kind1: ['inter1', 'actor1'],
  actor2: ['actor2', 'actor2'],
  allies2: ['assoc_actor_2', 'actor2'],
  allies2Before2017: ['ally_actor_2', 'actor2'],
  kind2: ['inter2', 'actor2'],
  kinds: ['interaction', 'actor1'],
  country: ['country', 'country'],
  iso: ['iso', 'country'],
  iso3: ['iso3', 'country'],
  admin1: ['admin1', 'admin'],
  admin2: ['admin2', 'admin'],
  location: ['location', 'place'],
  lat: ['latitude', 'lat'],
  lon: ['longitude', 'lon'],
  geoPrecision: ['geo_precision', 'locationPrecision'],
  source: ['source', 'publisher'],
  notes: ['notes', 'remarks'],
  fatalities: ['fatalities', 'best'],
} as const satisfies DatasetFields<string>;

/** Days before and after the one that stands for a week. */
const HALF_WEEK = 3;
const UNPLACED: { missing: PlaceAccuracy; other: PlaceAccuracy } = {
  missing: { precision: 'town', radiusKm: null },
  other: { precision: 'region', radiusKm: null },
};
const UNDATED: { missing: DatePrecision; other: DatePrecision } = { missing: 'day', other: 'month' };
const NO_CODES: ReadonlySet<string> = new Set();

const knownSide = createSideOf(ACLED_SIDES);
const kindOf = memoised((text): AcledKind | null => ACLED_KINDS.get(text.toLowerCase().replace(/s\b/g, '')) ?? null);

const plain = memoised(plainAcled);

/**
 * ACLED's event data, as exported before or after March 2023. Its one figure of deaths is a cautious estimate, which
 * counts attackers too; 0 means that none were reported. The order of its actors does not say who attacked.
 */
export const acled: TableFormat = {
  kind: 'table',
  id: 'acled',
  label: 'ACLED',
  extensions: ['csv', 'tsv', 'tab', 'txt', 'xlsx'],
  score: (header) => scoreOf(header, COLUMNS),
  taken: (header) => datasetTaken(header, FIELDS),
  dates: (header) => datasetDates(header, ['event_date'], 'year'),
  reader: (header, mapping) => {
    const days = createDaysReader(mapping);
    const column = datasetColumns(header, COLUMNS, FIELDS);
    return (cells) => {
      const text = (of: keyof typeof FIELDS) => cellAt(cells, column[of]);
      const findings: Findings = { warnings: [], wrong: null };
      const { lon, lat } = readPlace(cells, header, column, findings);
      const date = days.first({ text: text('date'), field: header[column.date] }, () => text('year'), findings);
      const timeCode = codeAt(cells, column.timePrecision);
      const precision = meaningOf(ACLED_TIME, timeCode, 'time_precision', UNDATED, findings);
      const placeCode = codeAt(cells, column.geoPrecision);
      const grade = meaningOf(ACLED_PLACE, placeCode, 'geo_precision', UNPLACED, findings);
      const deaths = readFigure(text('fatalities'), 'fatalities', NO_CODES, findings);
      if (findings.wrong) return { rejected: findings.wrong };

      const span = spanOf(date, precision);
      const country = countryOf(text('country') || text('iso3') || codeAt(cells, column.iso));
      const setting = settingOf(span.start, country, lon, lat);
      const [actor1, actor2] = [nameAt(cells, column.actor1), nameAt(cells, column.actor2)];
      const [kind1, kind2] = kindsOf(
        codeAt(cells, column.kind1),
        codeAt(cells, column.kind2),
        codeAt(cells, column.kinds),
      );
      const actors = [
        ...actorsOf(actor1, text('allies1') || text('allies1Before2017'), kind1, 1, country, setting),
        ...actorsOf(actor2, text('allies2') || text('allies2Before2017'), kind2, 2, country, setting),
      ];
      const [event, subEvent] = [text('event'), text('subEvent')];
      const [admin1, admin2] = [nameAt(cells, column.admin1), nameAt(cells, column.admin2)];
      const [place, notes, id] = [nameAt(cells, column.location), text('notes'), text('id')];
      const recorded = {
        id: datasetId('ACLED', id, cells),
        title: joined([subEvent || event || 'Event', place || admin2 || admin1]),
        type: typeOf(event, subEvent, country, actors),
        start: span.start,
        end: span.end,
        datePrecision: span.precision,
        place: place || null,
        // where only the region is known the district is that of a point chosen for it
        admin: (grade.precision === 'region' ? admin1 : admin2 || admin1) || null,
        country,
        locationPrecision: grade.precision,
        actors,
        fatalities: { best: deaths, low: deaths, high: deaths },
        injured: null,
        claims: [],
        remarks: notes === '' ? [] : [notes],
        sources: [...publishersIn(text('source')), datasetSource('ACLED', id)],
        confidence: null,
      };
      return takenRow({ recorded, lon, lat, radiusKm: grade.radiusKm }, id, findings);
    };
  },
};

/** The days that a date may stand for: ACLED gives a week's middle, so three days either side; a month is the whole of it. */
function spanOf(date: DateRead, precision: DatePrecision): DateRead {
  const day = parseDay(date.start);
  if (precision === 'day' || date.precision !== 'day' || day === null) return date;
  if (precision === 'week')
    return { ...date, start: formatDay(day - HALF_WEEK), end: formatDay(day + HALF_WEEK), precision };
  const { year, month } = partsOf(day);
  return { ...date, start: formatDay(dayOf(year, month, 1)), end: formatDay(dayOf(year, month + 1, 0)), precision };
}

/**
 * What ACLED says that the two actors are. Where one has no code of its own, that of both together tells it, as far as
 * it is known which of the two is which.
 */
function kindsOf(code1: string, code2: string, both: string): readonly [AcledKind | null, AcledKind | null] {
  if (code1 !== '' && code2 !== '') return [kindOf(code1), kindOf(code2)];
  const [, less = '', more = ''] = ACLED_INTERACTION.exec(both) ?? [];
  if (code1 !== '' || code2 !== '') {
    const other = (own: string) => (own === less ? more : own === more ? less : '');
    return [kindOf(code1 || other(code2)), kindOf(code2 || other(code1))];
  }
  if (more === '0') return [kindOf(less), null];
  return less === more ? [kindOf(less), kindOf(more)] : [null, null];
}

/** An actor and those associated with it. What ACLED says of its kind tells the side where the words do not. */
function actorsOf(
  words: string,
  allies: string,
  kind: AcledKind | null,
  party: 1 | 2,
  country: Country | null,
  setting: ActorSetting,
): Actor[] {
  const actorOf = (name: string, side: ActorSide): Actor => {
    return { name, side, attribution: 'stated', by: null, party, recorded: name };
  };
  // civilians are so by kind, whatever else their name says; of the others the name is the finer word
  const allySide = kind === 'civilian' ? 'civilians' : 'unknown';
  const named = (name: string) => knownSide(name, setting);
  const actors = listOf(allies).map((name) => actorOf(name, named(name) ?? allySide));
  if (words === '') return actors;
  const side = kind === 'civilian' ? 'civilians' : (named(words) ?? sideOfKind(kind, country, setting));
  return [actorOf(words, side), ...actors];
}

/** State forces are those of the country of the event: others are external forces to ACLED. */
function sideOfKind(kind: AcledKind | null, country: Country | null, { isEmirate }: ActorSetting): ActorSide {
  if (kind === 'armed') return 'armed_group';
  if (kind !== 'state') return 'unknown';
  if (country === 'PK') return 'pakistan';
  return country === 'AF' ? afghanSide('', isEmirate) : country === null ? 'unknown' : 'other_state';
}

function typeOf(event: string, subEvent: string, country: Country | null, actors: readonly Actor[]): IncidentType {
  const sub = plain(subEvent);
  if (ACLED_SHELLING.has(sub) && isAcross(country, actors)) return 'cross_border_shelling';
  return ACLED_SUB_EVENTS.get(sub) ?? ACLED_EVENTS.get(plain(event)) ?? 'other';
}

/** Whether the forces of one of the two states act in the other. */
function isAcross(country: Country | null, actors: readonly Actor[]): boolean {
  if (country === 'AF') return actors.some(({ side }) => side === 'pakistan');
  if (country !== 'PK') return false;
  return actors.some(({ side, name }) => side !== 'civilians' && /\bforces of afghanistan\b/i.test(name));
}
