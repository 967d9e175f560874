import type { Actor, DatePrecision, Source } from '../model/incident.ts';
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
  sourceYear,
  type DatasetColumns,
  type DatasetFields,
  type Findings,
} from './cells.ts';
import { finding } from './finding.ts';
import type { TableFormat } from './format.ts';
import type { PlaceAccuracy } from './vocabulary/codes.ts';
import { countryOf } from './vocabulary/countries.ts';
import { createSideOf, settingOf, type ActorSetting } from './vocabulary/sides.ts';
import {
  UCDP_COUNTRIES,
  UCDP_PLACE,
  UCDP_SIDES,
  UCDP_TIME,
  UCDP_VIOLENCE,
  type UcdpViolence,
} from './vocabulary/ucdp.ts';

/** The columns of GED and of Candidate Events, in their order: some Candidate files have no header. */
export const UCDP_COLUMNS: readonly string[] = [
  ...['id', 'relid', 'year', 'active_year', 'code_status', 'type_of_violence', 'conflict_dset_id', 'conflict_new_id'],
  ...['conflict_name', 'dyad_dset_id', 'dyad_new_id', 'dyad_name', 'side_a_dset_id', 'side_a_new_id', 'side_a'],
  ...['side_b_dset_id', 'side_b_new_id', 'side_b', 'number_of_sources', 'source_article', 'source_office'],
  ...['source_date', 'source_headline', 'source_original', 'where_prec', 'where_coordinates', 'where_description'],
  ...['adm_1', 'adm_2', 'latitude', 'longitude', 'geom_wkt', 'priogrid_gid', 'country', 'country_id', 'region'],
  ...['event_clarity', 'date_prec', 'date_start', 'date_end', 'deaths_a', 'deaths_b', 'deaths_civilians'],
  ...['deaths_unknown', 'best', 'high', 'low', 'gwnoa', 'gwnob'],
];

const COLUMNS: DatasetColumns = {
  label: 'UCDP',
  needed: ['type_of_violence', 'side_a', 'side_b', 'date_start', 'latitude', 'longitude'],
  typical: UCDP_COLUMNS,
};

/** What is read of a row, and what becomes of it. */
const FIELDS = {
  id: ['id', 'id'],
  violence: ['type_of_violence', 'type'],
  sideA: ['side_a', 'actor1'],
  sideB: ['side_b', 'actor2'],
  article: ['source_article', 'publisher'],
  office: ['source_office', 'publisher'],
  headline: ['source_headline', 'remarks'],
  wherePrecision: ['where_prec', 'locationPrecision'],
  coordinates: ['where_coordinates', 'place'],
  description: ['where_description', 'remarks'],
  adm1: ['adm_1', 'admin'],
  adm2: ['adm_2', 'admin'],
  lat: ['latitude', 'lat'],
  lon: ['longitude', 'lon'],
  country: ['country', 'country'],
  countryId: ['country_id', 'country'],
  clarity: ['event_clarity', 'remarks'],
  datePrecision: ['date_prec', 'datePrecision'],
  start: ['date_start', 'start'],
  year: ['year', 'year'],
  end: ['date_end', 'end'],
  best: ['best', 'best'],
  low: ['low', 'low'],
  high: ['high', 'high'],
} as const satisfies DatasetFields<string>;

const UNPLACED: { missing: PlaceAccuracy; other: PlaceAccuracy } = {
  missing: { precision: 'town', radiusKm: null },
  other: { precision: 'country', radiusKm: null },
};
const UNDATED: { missing: DatePrecision; other: DatePrecision } = { missing: 'day', other: 'year' };
const UNKNOWN: ReadonlySet<string> = new Set(['-1']);
const LESS_CLEAR = '2';
const OTHER_VIOLENCE: UcdpViolence = { type: 'other', words: 'Violence' };

const knownSide = createSideOf(UCDP_SIDES);

/**
 * UCDP's Georeferenced Event Dataset and Candidate Events: deaths in fights and attacks, with the lowest and highest
 * figure. How clear an event is to UCDP says how far it can be told from others, not how sure it is: a remark.
 */
export const ucdp: TableFormat = {
  kind: 'table',
  id: 'ucdp',
  label: 'UCDP',
  extensions: ['csv', 'tsv', 'tab', 'txt', 'xlsx'],
  score: (header) => scoreOf(header, COLUMNS),
  taken: (header) => datasetTaken(header, FIELDS),
  dates: (header) => datasetDates(header, ['date_start', 'date_end'], 'year'),
  reader: (header, mapping) => {
    const days = createDaysReader(mapping);
    const column = datasetColumns(header, COLUMNS, FIELDS);
    return (cells) => {
      const text = (of: keyof typeof FIELDS) => cellAt(cells, column[of]);
      const findings: Findings = { warnings: [], wrong: null };
      const figure = (of: 'best' | 'low' | 'high') => readFigure(text(of), of, UNKNOWN, findings);
      const { lon, lat } = readPlace(cells, header, column, findings);
      const first = days.first({ text: text('start'), field: header[column.start] }, () => text('year'), findings);
      const last = days.last(first, { text: text('end'), field: header[column.end] }, findings);
      const timeCode = codeAt(cells, column.datePrecision);
      const datePrecision = meaningOf(UCDP_TIME, timeCode, 'date_prec', UNDATED, findings);
      const placeCode = codeAt(cells, column.wherePrecision);
      const grade = meaningOf(UCDP_PLACE, placeCode, 'where_prec', UNPLACED, findings);
      const fatalities = { best: figure('best'), low: figure('low'), high: figure('high') };
      const { best, low, high } = fatalities;
      const isUpsideDown = low !== null && high !== null && low > high;
      if (isUpsideDown) findings.warnings.push(finding('low', text('low'), 'range-left-out'));
      if (findings.wrong) return { rejected: findings.wrong };

      const violence = UCDP_VIOLENCE.get(codeAt(cells, column.violence)) ?? OTHER_VIOLENCE;
      const [sideA, sideB, id] = [nameAt(cells, column.sideA), nameAt(cells, column.sideB), codeAt(cells, column.id)];
      const [coordinates, description] = [nameAt(cells, column.coordinates), text('description')];
      const admin = nameAt(cells, column.adm2) || nameAt(cells, column.adm1);
      const country = countryIn(text('country'), codeAt(cells, column.countryId));
      const setting = settingOf(first.start, country, lon, lat);
      const remarks = [
        text('headline'),
        description === coordinates ? '' : description,
        violence.words,
        codeAt(cells, column.clarity) === LESS_CLEAR ? 'Less clear to UCDP' : '',
      ];
      const recorded = {
        id: datasetId('UCDP', id, cells),
        title: joined([joined([sideA, sideB], ' – ') || violence.words, coordinates || admin || text('country')]),
        type: violence.type,
        start: first.start,
        end: last,
        datePrecision,
        place: coordinates || null,
        admin: admin || null,
        country,
        locationPrecision: grade.precision,
        actors: [...actorsOf(sideA, 1, setting), ...actorsOf(sideB, 2, setting)],
        fatalities: isUpsideDown ? { best, low: null, high: null } : fatalities,
        injured: null,
        claims: [],
        remarks: remarks.filter((remark) => remark !== ''),
        sources: [...sourcesOf(text('article'), text('office')), datasetSource('UCDP', id)],
        confidence: null,
      };
      return takenRow({ recorded, lon, lat, radiusKm: grade.radiusKm }, id, findings);
    };
  },
};

/** UCDP's sides are states, organised groups and civilians: a side that no rule knows is a group. */
function actorsOf(words: string, party: 1 | 2, setting: ActorSetting): Actor[] {
  if (words === '') return [];
  const side = knownSide(words, setting) ?? 'armed_group';
  return [{ name: words, side, attribution: 'stated', by: null, party, recorded: words }];
}

function countryIn(name: string, id: string): Country | null {
  if (name !== '') return countryOf(name);
  return id === '' ? null : (UCDP_COUNTRIES.get(id) ?? 'other');
}

/** The articles, `"Publisher,2012-03-01,Headline";"…"`, or where there are none the offices. */
function sourcesOf(articles: string, offices: string): readonly Source[] {
  return articles === '' ? publishersIn(offices) : articlesIn(articles).map(articleOf);
}

/** Headlines hold semicolons too: only where the articles stand in quotes does it show which semicolon parts them. */
function articlesIn(text: string): string[] {
  if (!text.startsWith('"')) return listOf(text);
  return text.split(/"\s*;\s*"/).flatMap((article) => article.replaceAll('"', '').trim() || []);
}

const DATED = /^([^,]+),\s*(\d{4})-\d\d-\d\d[^,]*,?(.*)$/s;

function articleOf(text: string): Source {
  const [, publisher = text, year, headline = ''] = DATED.exec(text) ?? [];
  const title = headline.trim() || null;
  return { publisher: publisher.trim() || text, title, year: sourceYear(year), url: null, record: null };
}
