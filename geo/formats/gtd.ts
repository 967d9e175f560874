import {
  ATTACK_TYPES,
  type Actor,
  type ActorSide,
  type Claim,
  type IncidentType,
  type Source,
} from '../model/incident.ts';
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
  meaningOf,
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
import {
  GTD_ATTACK_WORDS,
  GTD_ATTACKS,
  GTD_NATIONALITIES,
  GTD_PLACE,
  GTD_SIDES,
  GTD_TARGETS,
} from './vocabulary/gtd.ts';
import { afghanSide, createSideOf, settingOf, type ActorSetting } from './vocabulary/sides.ts';

const COLUMNS: DatasetColumns = {
  label: 'GTD',
  needed: ['eventid', 'iyear', 'imonth', 'iday', 'latitude', 'longitude'],
  typical: [
    ...[
      'approxdate',
      'extended',
      'resolution',
      'country_txt',
      'provstate',
      'city',
      'specificity',
      'vicinity',
      'summary',
    ],
    ...['doubtterr', 'multiple', 'success', 'suicide', 'attacktype1', 'attacktype1_txt', 'targtype1_txt', 'target1'],
    ...['gname', 'guncertain1', 'claimed', 'weaptype1_txt', 'nkill', 'nkillter', 'nwound', 'nwoundte', 'dbsource'],
  ],
};

/** What is read of a row, and what becomes of it. */
const FIELDS = {
  id: ['eventid', 'id'],
  year: ['iyear', 'year'],
  month: ['imonth', 'month'],
  day: ['iday', 'day'],
  approxdate: ['approxdate', 'remarks'],
  extended: ['extended', 'end'],
  resolution: ['resolution', 'end'],
  country: ['country_txt', 'country'],
  province: ['provstate', 'admin'],
  city: ['city', 'place'],
  lat: ['latitude', 'lat'],
  lon: ['longitude', 'lon'],
  specificity: ['specificity', 'locationPrecision'],
  summary: ['summary', 'remarks'],
  doubt: ['doubtterr', 'remarks'],
  suicide: ['suicide', 'type'],
  attack: ['attacktype1', 'type'],
  attackWords: ['attacktype1_txt', 'type'],
  targetType: ['targtype1_txt', 'actor2'],
  corporation: ['corp1', 'actor2'],
  target: ['target1', 'actor2'],
  nationality: ['natlty1_txt', 'actor2'],
  claimed: ['claimed', 'claims'],
  killed: ['nkill', 'best'],
  attackersKilled: ['nkillter', 'best'],
  wounded: ['nwound', 'injured'],
  attackersWounded: ['nwoundte', 'injured'],
  group1: ['gname', 'actor1'],
  group2: ['gname2', 'actor1'],
  group3: ['gname3', 'actor1'],
  doubt1: ['guncertain1', 'actor1'],
  doubt2: ['guncertain2', 'actor1'],
  doubt3: ['guncertain3', 'actor1'],
  citation1: ['scite1', 'publisher'],
  citation2: ['scite2', 'publisher'],
  citation3: ['scite3', 'publisher'],
} as const satisfies DatasetFields<string>;

const UNPLACED: { missing: PlaceAccuracy; other: PlaceAccuracy } = {
  missing: { precision: 'town', radiusKm: null },
  other: { precision: 'country', radiusKm: null },
};
/** What GTD writes for "not known", in figures and in words. */
const UNKNOWN: ReadonlySet<string> = new Set(['-9', '-99']);
const YES = '1';
const BOMBING = '3';

const knownSide = createSideOf(GTD_SIDES);

/**
 * The Global Terrorism Database. Its deaths count the attackers; ours leave them out of attacks, where GTD says how many
 * they were. Its doubt is whether an attack was terrorism, not whether it happened: a remark, no lower confidence.
 */
export const gtd: TableFormat = {
  kind: 'table',
  id: 'gtd',
  label: 'GTD',
  extensions: ['csv', 'tsv', 'tab', 'txt', 'xlsx'],
  score: (header) => scoreOf(header, COLUMNS),
  taken: (header) => datasetTaken(header, FIELDS),
  dates: (header) => datasetDates(header, ['resolution'], ''),
  reader: (header, mapping) => {
    const days = createDaysReader(mapping);
    const column = datasetColumns(header, COLUMNS, FIELDS);
    const groups = [
      { name: column.group1, doubt: column.doubt1 },
      { name: column.group2, doubt: column.doubt2 },
      { name: column.group3, doubt: column.doubt3 },
    ];
    const citations = [column.citation1, column.citation2, column.citation3];
    return (cells) => {
      const text = (of: keyof typeof FIELDS) => cellAt(cells, column[of]);
      const code = (of: keyof typeof FIELDS) => codeAt(cells, column[of]);
      const findings: Findings = { warnings: [], wrong: null };
      const figure = (of: keyof typeof FIELDS) => readFigure(text(of), header[column[of]], UNKNOWN, findings);
      const { lon, lat } = readPlace(cells, header, column, findings);
      const written = daysIn(code('year'), code('month'), code('day'));
      const first = days.first({ text: written, field: 'iyear' }, () => '', findings);
      const accuracy = meaningOf(GTD_PLACE, code('specificity'), 'specificity', UNPLACED, findings);
      const attack = code('attack') || (GTD_ATTACK_WORDS.get(text('attackWords').toLowerCase()) ?? '');
      const type = typeOf(attack, code('suicide') === YES);
      const deaths = victimsOf(type, figure('killed'), figure('attackersKilled'));
      const injured = victimsOf(type, figure('wounded'), figure('attackersWounded'));
      if (findings.wrong) return { rejected: findings.wrong };

      const id = idIn(code('id'), findings);
      const isExtended = code('extended') === YES;
      const resolution = { text: text('resolution'), field: 'resolution' };
      const [city, province, country] = [knownWords(text('city')), knownWords(text('province')), text('country')];
      const setting = settingOf(first.start, countryOf(country), lon, lat);
      const perpetrators = groups.flatMap(({ name, doubt }): Actor[] =>
        perpetratorOf(knownWords(cellAt(cells, name)), codeAt(cells, doubt) === YES, setting),
      );
      const target = {
        type: text('targetType'),
        name: text('target'),
        corporation: text('corporation'),
        nationality: text('nationality') || country,
      };
      const approximate = first.precision === 'day' ? '' : text('approxdate');
      const remarks = [
        text('summary'),
        approximate && `Date in the source: ${approximate}`,
        code('doubt') === YES ? 'GTD doubts that this was terrorism' : '',
      ];
      const recorded = {
        id: datasetId('GTD', id, cells),
        title: joined([knownWords(text('attackWords')) || 'Attack', city || province || country]),
        type,
        start: first.start,
        end: isExtended ? later(first.end, days.last(first, resolution, findings)) : first.end,
        datePrecision: first.precision,
        place: city || null,
        admin: province || null,
        country: countryOf(country),
        locationPrecision: accuracy.precision,
        actors: [...perpetrators, ...targetOf(target, setting)],
        fatalities: { best: deaths, low: deaths, high: deaths },
        injured,
        claims: code('claimed') === YES ? claimsOf(perpetrators) : [],
        remarks: remarks.filter((remark) => remark !== ''),
        sources: [
          ...citations.flatMap((citation) => sourceOf(cellAt(cells, citation))),
          datasetSource('Global Terrorism Database', id),
        ],
        confidence: null,
      };
      return takenRow({ recorded, lon, lat, radiusKm: accuracy.radiusKm }, id, findings);
    };
  },
};

/** The days that the three columns give, as `2013-05-08`, `2013-05` or `2013`: a part that is 0 is not known. */
function daysIn(year: string, month: string, date: string): string {
  const isKnown = (part: string) => part !== '' && part !== '0' && !UNKNOWN.has(part);
  if (!isKnown(month)) return year;
  return isKnown(date) ? `${year}-${month}-${date}` : `${year}-${month}`;
}

/** The later of two days. A longer attack, most often a kidnapping, may be over in the month in which it began. */
function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** A spreadsheet rounds the long numbers of GTD's ids, `2.01001E+11`: then they are no ids any more. */
function idIn(text: string, findings: Findings): string {
  if (!/e\+/i.test(text)) return text;
  findings.warnings.push(finding('eventid', text, 'rounded-id'));
  return '';
}

/** The words, '' where they say that nothing is known. */
function knownWords(words: string): string {
  return /^unknown$/i.test(words) || UNKNOWN.has(words) ? '' : words;
}

function typeOf(attack: string, isSuicide: boolean): IncidentType {
  return attack === BOMBING && isSuicide ? 'suicide_bombing' : (GTD_ATTACKS.get(attack) ?? 'other');
}

/** Of an attack the victims alone, where the attackers among them are known and not more than all. */
function victimsOf(type: IncidentType, all: number | null, attackers: number | null): number | null {
  if (all === null || attackers === null || attackers > all || !ATTACK_TYPES.has(type)) return all;
  return all - attackers;
}

function perpetratorOf(name: string, isSuspected: boolean, setting: ActorSetting): Actor[] {
  if (name === '') return [];
  const side = knownSide(name, setting) ?? 'armed_group';
  const attribution = isSuspected ? 'suspected' : 'stated';
  return [{ name, side, attribution, by: null, party: 1, recorded: name }];
}

interface Target {
  type: string;
  name: string;
  corporation: string;
  nationality: string;
}

/** The one who was attacked: the words of the target where there are any, else those of its type. */
function targetOf(target: Target, setting: ActorSetting): Actor[] {
  const name = knownWords(target.name) || knownWords(target.corporation) || knownWords(target.type);
  if (name === '') return [];
  const recorded = joined([target.type, target.type === name ? '' : name], ': ');
  return [{ name, side: targetSide(target, setting), attribution: 'stated', by: null, party: 2, recorded }];
}

function targetSide({ type, name, corporation, nationality }: Target, setting: ActorSetting): ActorSide {
  const side = GTD_TARGETS.get(type.toLowerCase()) ?? 'unknown';
  if (side !== 'state' && side !== 'armed_group') return side;
  if (side === 'state') {
    const state = GTD_NATIONALITIES.get(nationality.toLowerCase());
    if (state !== undefined) return state === 'afghan state' ? afghanSide('', setting.isEmirate) : state;
  }
  // forces of several nations, and armed groups, are known by their own words
  const own = knownSide(corporation, setting) ?? knownSide(name, setting);
  return own ?? (side === 'state' ? 'other_state' : side);
}

function claimsOf(perpetrators: readonly Actor[]): Claim[] {
  const known = perpetrators.filter(({ side }) => side !== 'unknown');
  return known.map(({ name }) => ({ by: name, killed: null, injured: null, note: 'claimed responsibility' }));
}

const QUOTED = /["“]([^"“”]+)["”]/;
const YEARS = /\b(?:18|19|20|21)\d\d\b/g;

/** A citation, `"Headline," Publisher, May 3, 2010.`, as a source; one written otherwise is a publisher as it stands. */
function sourceOf(citation: string): Source[] {
  if (citation === '' || UNKNOWN.has(citation)) return [];
  const quoted = QUOTED.exec(citation);
  const after = quoted ? citation.slice(quoted.index + quoted[0].length).replace(/^[\s,.]+/, '') : '';
  const [publisher] = after.split(',');
  const title = quoted?.[1].trim().replace(/,$/, '').trim();
  const year = sourceYear(citation.match(YEARS)?.at(-1));
  return [{ publisher: publisher.trim() || citation, title: title || null, year, url: null, record: null }];
}
