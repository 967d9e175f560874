import { messageOf } from '../../../geo/model/errors.ts';
import { parseDay } from '../../../geo/model/day.ts';
import { GROUPS, INCIDENT_TYPES, PLACE_SIDES, type Incident, type Source } from '../../../geo/model/incident.ts';
import { reportOf, type Report } from '../../../geo/store/report.ts';
import { tallyOf, type Tally, type Total } from '../../../geo/store/sums.ts';
import { sharesOf, type YearShare } from '../../../geo/story/shares.ts';
import { claimsOf, disagreementOf, type Claims } from '../../../geo/views/claims.ts';
import { trendsOf, type Trend } from '../../../geo/views/trends.ts';
import { readPalette } from '../../scene/palette.ts';
import { rateOf } from '../../scene/classes.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { readClaimed } from '../../state/claims.svelte.ts';
import { madeOf, type HowMade } from '../../state/made.ts';
import { encodeView } from '../../state/permalink.ts';
import { wordingOf } from '../../state/wording.ts';
import { BORDER_SIDE_WORDS } from '../../text/border-sides.ts';
import { claimedDayText, dotText } from '../../text/claims.ts';
import { dayText, rangeText, whenText } from '../../text/dates.ts';
import { bandText, DISTANCE } from '../../text/distance.ts';
import { GROUP_LABELS, TYPE_LABELS } from '../../text/labels.ts';
import { killedShort, LIST } from '../../text/list.ts';
import { listText, plainText } from '../../text/locale.ts';
import { countsText, countText, deathsFigure, distanceText, intervalText } from '../../text/numbers.ts';
import {
  disagreeingText,
  elsewhereText,
  listedText,
  rateText,
  REPORT,
  shareText,
  shortSource,
  withoutBandText,
} from '../../text/report.ts';
import { SOURCES } from '../../text/sources.ts';
import { categoryText, changeText, periodText, rulesText, TRENDS, TRENDS_METHOD } from '../../text/trends.ts';
import { sheetOf, type MapSheet } from '../sheet/sheet.ts';
import { webAddress } from '../web-address.ts';

/** A table of the report, in words. */
export interface ReportTable {
  /** `isFigure`: its cells stand at the end of their column */
  columns: readonly { label: string; isFigure: boolean }[];
  rows: readonly (readonly string[])[];
}

/** A row of the list of incidents. */
export interface ReportRow {
  id: string;
  when: string;
  where: string;
  title: string;
  type: string;
  killed: string;
  range: string | null;
  distance: string;
  /** `url` is `null` where there is no address of the web */
  sources: readonly { text: string; url: string | null }[];
}

/** All that a report says, as it is when it is made. */
export interface ReportContent {
  made: HowMade;
  day: string;
  sheet: MapSheet;
  headline: readonly { label: string; value: string }[];
  kinds: ReportTable;
  trends: { sentences: readonly string[]; table: ReportTable } | null;
  years: { help: string; table: ReportTable } | null;
  districts: ReportTable;
  quiet: string | null;
  bands: ReportTable;
  beside: readonly string[];
  claims: { says: string; table: ReportTable | null };
  list: { says: string; rows: readonly ReportRow[]; missing: string | null };
  method: readonly string[];
  sources: readonly string[];
  link: string;
}

/** So many incidents are listed. */
export const MOST_LISTED = 2000;

/** What the page shows now, as a report; its figures are counted by what counts them for `geo report`. */
export async function reportContent(app: AppState): Promise<ReportContent> {
  const { data, view, figures, found } = app;
  const { store, later } = data;
  const missing = data.hasOwn ? await reasonOf(later.details.ask()) : null;
  const census = await later.census.ask().catch(() => null);
  const report = reportOf(store, view.window, view.filters, found.pairs);
  const shares = census ? sharesOf(store, figures.mask, census, view.window) : [];
  const made = madeOf(app, 'distance');
  const listed = figures.rows.subarray(0, MOST_LISTED);
  return {
    made,
    day: dayText(Math.floor(Date.now() / 86_400_000)),
    sheet: sheetOf(app, readPalette(), view.camera?.zoom ?? 0),
    headline: headlineOf(report),
    kinds: kindsOf(report),
    trends: trendsIn(app),
    years: census && shares.length > 0 ? yearsOf(shares, census.source) : null,
    ...districtsIn(app, report),
    bands: bandsOf(report, app),
    beside: besideOf(report),
    claims: await readClaims(app).then(claimsIn, (error: unknown) => ({
      says: REPORT.claimsMissing({ reason: messageOf(error) }),
      table: null,
    })),
    list: {
      says: listedText(listed.length, figures.rows.length),
      rows: Array.from(listed, (row) => rowOf(store.row(row), app)),
      missing: missing === null ? null : REPORT.sourcesMissing({ reason: missing }),
    },
    method: [
      ...(made.rule === null ? [] : [made.rule]),
      SOURCES.uncertainty,
      DISTANCE.method.says,
      DISTANCE.method.reference,
      TRENDS_METHOD.says,
      SOURCES.line,
      SOURCES.disputed,
    ],
    sources: (data.layers?.datapackage.resources ?? []).map(({ title, attribution, licenses }) =>
      REPORT.licence({ title, attribution, licence: licenses.map((licence) => licence.title).join(SOURCES.between) }),
    ),
    link: new URL(`#${encodeView(app)}`, location.href).href,
  };
}

/** Who claims what of what is shown. */
async function readClaims({ data, view, figures }: AppState): Promise<Claims> {
  const { store } = data;
  const incidents = await readClaimed(data, new AbortController().signal);
  const { window, options } = view;
  return claimsOf({ store, mask: figures.mask, window, options, claimed: () => incidents });
}

/** Why something did not come; `null` where it did. */
async function reasonOf(coming: Promise<unknown>): Promise<string | null> {
  return coming.then(
    () => null,
    (error: unknown) => messageOf(error),
  );
}

const text = (label: string) => ({ label, isFigure: false });
const figure = (label: string) => ({ label, isFigure: true });

const KILLED = [figure(REPORT.killed), figure(REPORT.range), figure(REPORT.unknown)];

/** Incidents, killed, their range, and for how many they are not known. */
function totalCells(total: Total): string[] {
  const tally = tallyOf(total);
  return [countText(total.incidents), deathsFigure(tally), spanOf(tally), countText(total.deaths.unknown)];
}

/** From the lowest to the highest counts; nothing where none are known. */
function spanOf({ incidents, deathsUnknown, range }: Tally): string {
  if (range === null || (incidents > 0 && deathsUnknown === incidents)) return '';
  return range.low < range.high ? countsText(range.low, range.high) : countText(range.low);
}

function headlineOf(report: Report): ReportContent['headline'] {
  const [incidents, killed, range, unknown] = totalCells(report);
  return [
    { label: REPORT.incidents, value: incidents },
    { label: REPORT.killed, value: killed },
    ...(range === '' ? [] : [{ label: REPORT.range, value: range }]),
    { label: REPORT.unknown, value: unknown },
  ];
}

function kindsOf({ byGroup, byType }: Report): ReportTable {
  const groups = GROUPS.map((group): [string, Total] => [GROUP_LABELS[group], byGroup[group]]);
  const types = INCIDENT_TYPES.map((type): [string, Total] => [TYPE_LABELS[type], byType[type]]);
  return {
    columns: [text(REPORT.kind), figure(REPORT.incidents), ...KILLED],
    rows: [...groups, ...types]
      .filter(([, { incidents }]) => incidents > 0)
      .map(([name, total]) => [name, ...totalCells(total)]),
  };
}

function trendsIn(app: AppState): ReportContent['trends'] {
  const { data, view, figures } = app;
  const trends = trendsOf({
    ...{ store: data.store, mask: figures.mask, window: view.window, options: view.options },
    ...{ measure: view.histogram, hasRule: data.hasRule },
  });
  if (!trends) return null;
  const wording = wordingOf(app);
  const cells = ({ category, before, yearBefore, ...now }: Trend) => [
    category === null ? TRENDS.all : categoryText(view.options.trend, category, wording),
    periodText(now),
    ...[before, ...(yearBefore ? [yearBefore] : [])].flatMap((change) => [periodText(change), changeText(change)]),
  ];
  const periods = [trends.before, ...(trends.yearBefore ? [trends.yearBefore] : [])];
  const rule = rulesText(trends, data.hasRule);
  return {
    sentences: [TRENDS.figures[trends.measure], ...(rule === null ? [] : [rule])],
    table: {
      columns: [
        text(REPORT.trendWhat),
        figure(rangeText(trends.period)),
        ...periods.flatMap((period) => [figure(rangeText(period)), text(TRENDS.change)]),
      ],
      rows: [trends.all, ...trends.parts].map(cells),
    },
  };
}

function yearsOf(shares: readonly YearShare[], source: string): ReportContent['years'] {
  return {
    help: REPORT.yearsHelp({ source }),
    table: {
      columns: [
        ...[text(REPORT.year), figure(REPORT.incidents), figure(REPORT.killedShort), figure(REPORT.inPakistan)],
        ...[figure(REPORT.census({ source })), figure(REPORT.share)],
      ],
      rows: shares.map(({ year, incidents, killed, killedInPakistan, counted, share }) => [
        ...[plainText(year), countText(incidents), countText(killed), countText(killedInPakistan)],
        ...[counted === null ? '' : countText(counted), share === null ? '' : shareText(share)],
      ]),
    },
  };
}

function districtsIn(
  { data }: AppState,
  { byDistrict, noDistrict }: Report,
): Pick<ReportContent, 'districts' | 'quiet'> {
  const all = (data.layers?.districts.features ?? []).map(({ properties }) => properties);
  const people = new Map(all.map(({ id, population2023 }) => [id, population2023]));
  const counted = new Set(byDistrict.map(({ id }) => id));
  const quiet = all.filter(({ id }) => !counted.has(id)).map(({ name }) => name);
  const rate = (id: string, incidents: number) => {
    const known = rateOf(incidents, people.get(id));
    return known === null ? '' : rateText(known);
  };
  return {
    districts: {
      columns: [text(REPORT.district), figure(REPORT.incidents), ...KILLED, figure(REPORT.per)],
      rows: [
        ...byDistrict.map((one) => [one.name, ...totalCells(one), rate(one.id, one.incidents)]),
        ...(noDistrict.incidents > 0 ? [[REPORT.noDistrict, ...totalCells(noDistrict), '']] : []),
      ],
    },
    quiet: quiet.length > 0 ? REPORT.quietDistricts({ names: listText(quiet) }) : null,
  };
}

function bandsOf({ byDistance }: Report, { view }: AppState): ReportTable {
  return {
    columns: [
      ...[text(REPORT.side), text(REPORT.band), figure(REPORT.incidents), figure(REPORT.surely)],
      ...[figure(REPORT.possibly), figure(REPORT.killedShort)],
    ],
    rows: byDistance.bands
      .filter(({ figure: given, possibly }) => given.incidents + possibly.incidents > 0)
      .map(({ side, fromKm, toKm, figure: given, surely, possibly }) => [
        ...[BORDER_SIDE_WORDS.side[side], bandText(fromKm, toKm, view.units), countText(given.incidents)],
        ...[countText(surely.incidents), countText(possibly.incidents), deathsFigure(given)],
      ]),
  };
}

function besideOf({ byDistance }: Report): string[] {
  const kinds = ['either', 'noInterval', 'tooCoarse'] as const;
  const ofSides = PLACE_SIDES.flatMap((side) =>
    kinds.flatMap((what) => {
      const { incidents } = byDistance[what][side];
      return incidents > 0 ? [withoutBandText(what, side, incidents)] : [];
    }),
  );
  const { incidents } = byDistance.elsewhere;
  return [...ofSides, ...(incidents > 0 ? [elsewhereText(incidents)] : [])];
}

function claimsIn({ incidents, several }: Claims): ReportContent['claims'] {
  const apart = incidents.filter((one) => (disagreementOf(one) ?? 0) > 0);
  if (apart.length === 0) return { says: REPORT.noClaims, table: null };
  return {
    says: REPORT.claimsOfAll({ shown: disagreeingText(apart.length, several) }),
    table: {
      columns: [text(REPORT.date), text(REPORT.incident), figure(REPORT.apart), text(REPORT.said)],
      rows: apart.map((one) => [
        ...[claimedDayText(one), one.title, countText(disagreementOf(one) ?? 0)],
        one.claims.map(dotText).join('\n'),
      ]),
    },
  };
}

function rowOf({ properties: p }: Incident, { view: { units } }: AppState): ReportRow {
  const killed = killedShort(p.fatalities);
  return {
    id: p.id,
    when: whenText(parseDay(p.start) ?? 0, parseDay(p.end) ?? 0, p.datePrecision),
    where:
      listText([
        ...new Set([p.place, p.district?.name ?? p.admin].filter((part) => part !== null && part !== '')),
      ] as string[]) || LIST.noPlace,
    title: p.title,
    type: TYPE_LABELS[p.type],
    killed: killed.figure,
    range: killed.range,
    distance: distanceOf(p, units),
    sources: p.sources.map(sourceOf),
  };
}

function distanceOf(
  { borderKm, borderKmMin, borderKmMax, locationPrecision }: Incident['properties'],
  units: AppState['view']['units'],
): string {
  if (borderKm === null) return REPORT.tooCoarse;
  const isCoarse = locationPrecision === 'district';
  return borderKmMin === null || borderKmMax === null
    ? distanceText(borderKm, units, isCoarse ? 0 : 1)
    : intervalText(borderKm, borderKmMin, borderKmMax, units, isCoarse);
}

function sourceOf(source: Source): { text: string; url: string | null } {
  return { text: shortSource(source), url: webAddress(source.url) };
}
