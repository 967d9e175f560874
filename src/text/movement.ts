import type { BorderSide } from '../../geo/region.ts';
import type { KmBounds, MovementQuarter, MovementYear, Quartiles, Spread } from '../../geo/views/movement.ts';
import type { MovementKind } from '../../geo/views/options.ts';
import type { Units } from '../choices.ts';
import { monthsText } from './dates.ts';
import { listText, plainText } from './locale.ts';
import { counted, countText, distancesText, distanceText, incidentsText, placeText } from './numbers.ts';

/** The words of movement. */
export const MOVEMENT = {
  show: 'Show',
  none: 'No incident passes the filters in the time on the timeline.',
  hint: 'Point at a quarter, or go through them with the arrow keys; click or press Enter to show it alone.',
  /** Bands, not lines: how far apart the bands' edges are is how much the places leave open. */
  bands:
    'Each place is known to lie between two distances, so each quartile is too. Dark: where the median lies; light: from the lowest first quartile to the highest third.',
  along:
    'By the nearest place on the line of each incident, north-east above. Dark: the median; light: the middle half. How far off a place along the line may be is not known.',
  centre:
    'On the map: the mean centre of each year, joined year by year, and the standard ellipses of the first and the last year in the window. Each incident counts once.',
  table: {
    year: 'Year',
    incidents: 'Incidents',
    centre: 'Mean centre',
    axes: 'Standard ellipse',
    azimuth: 'Long axis',
    atDistrict: 'Known to a district',
    tooCoarse: 'Left out: coarser',
  },
  tooFew: 'too few',
  method: {
    says: 'Quartiles by definition 7 of Hyndman and Fan. A quartile of distances that are known between two figures each lies between that quartile of the lesser and that of the greater figures. Mean centre and standard deviational ellipse, one standard deviation along each principal axis, in Lambert’s equal-area plane about the places of the year on WGS 84.',
    reference:
      'Hyndman and Fan 1996, The American Statistician 50; Lefever 1926, American Journal of Sociology 32; Yuill 1971, Geografiska Annaler B 53; Snyder 1987, USGS Professional Paper 1395',
  },
  selection: ({ year }: { year: string }) =>
    `From ${year} the map’s own incidents are a selection: what moves there may be what was selected.`,
} as const;

export const MOVEMENT_KINDS: Readonly<Record<MovementKind, string>> = {
  across: 'Distance by quarter',
  along: 'Along the border',
  centre: 'Centre by year',
};

const SIDE_SENTENCES = {
  PK: ({ time, what }: Record<'time' | 'what', string>) => `${time}, Pakistani side: ${what}`,
  AF: ({ time, what }: Record<'time' | 'what', string>) => `${time}, Afghan side: ${what}`,
} satisfies Record<BorderSide, unknown>;

const SPREAD = {
  bounds: ({ incidents, median, half }: Record<'incidents' | 'median' | 'half', string>) =>
    `${incidents}, median ${median} from the border, the middle half within ${half}.`,
  line: ({ time, incidents, median, half }: Record<'time' | 'incidents' | 'median' | 'half', string>) =>
    `${time}: ${incidents}, median at ${median} along the border, the middle half at ${half}.`,
  tooFew: ({ incidents }: { incidents: string }) => `${incidents}, too few to say.`,
  tooFewAlong: ({ time, incidents }: Record<'time' | 'incidents', string>) => `${time}: ${incidents}, too few to say.`,
} as const;

const BESIDE = {
  sentence: ({ list }: { list: string }) => `In no band: ${list}.`,
  undecided: (count: number) =>
    counted(count, {
      one: '{count} incident so near the line that its side is open',
      other: '{count} incidents so near the line that their side is open',
    }),
  withoutInterval: (count: number) =>
    counted(count, { one: '{count} of unknown accuracy', other: '{count} of unknown accuracy' }),
  tooCoarse: (count: number) =>
    counted(count, {
      one: '{count} known to a region or country alone',
      other: '{count} known to a region or country alone',
    }),
  elsewhere: (count: number) =>
    counted(count, { one: '{count} in neither country', other: '{count} in neither country' }),
  undated: (count: number) =>
    counted(count, { one: '{count} known to a year alone', other: '{count} known to a year alone' }),
  tooFew: (count: number) =>
    counted(count, {
      one: '{count} in a quarter with too few to say',
      other: '{count} in quarters with too few to say',
    }),
} as const;

/** What stands beside the bands, and how many incidents of it there are. */
export type Beside = Readonly<Record<Exclude<keyof typeof BESIDE, 'sentence'>, number>>;

/** What is in no band, in words; `null` where nothing is. */
export function besideText(beside: Beside): string | null {
  const keys = ['tooFew', 'undecided', 'withoutInterval', 'tooCoarse', 'elsewhere', 'undated'] as const;
  const items = keys.filter((key) => beside[key] > 0).map((key) => BESIDE[key](beside[key]));
  return items.length > 0 ? BESIDE.sentence({ list: listText(items) }) : null;
}

const CENTRES = {
  sentence: ({ counted, atDistrict, tooCoarse }: Record<'counted' | 'atDistrict' | 'tooCoarse', string>) =>
    `${counted} count, ${atDistrict} of them at the middle of their district; ${tooCoarse} known to a region or country alone are left out.`,
  axes: ({ major, minor }: Record<'major' | 'minor', string>) => `${major} by ${minor}`,
  azimuth: ({ degrees }: { degrees: string }) => `${degrees}° from north`,
} as const;

/** How many incidents the centres are of, and how many of them are how well known. */
export function centresText(years: readonly MovementYear[]): string {
  const sum = (key: 'incidents' | 'atDistrict' | 'tooCoarse') => years.reduce((all, year) => all + year[key], 0);
  return CENTRES.sentence({
    counted: incidentsText(sum('incidents')),
    atDistrict: countText(sum('atDistrict')),
    tooCoarse: countText(sum('tooCoarse')),
  });
}

/** What the table says of the spread of a year. */
export function yearCells(
  { spread }: MovementYear,
  units: Units,
): { centre: string; axes: string; azimuth: string } | null {
  if (!spread) return null;
  return {
    centre: placeText(...spread.centre, 1),
    axes: CENTRES.axes({
      major: distanceText(spread.majorKm, units, 0),
      minor: distanceText(spread.minorKm, units, 0),
    }),
    azimuth: CENTRES.azimuth({ degrees: countText(spread.azimuth) }),
  };
}

/** A year as the map names it. */
export function yearName(year: number): string {
  return plainText(year);
}

/** A quarter in words: `Apr–Jun 2025, Pakistani side: 83 incidents, median 12–40 km from the border, …`. */
export function acrossText(quarter: MovementQuarter, side: BorderSide, units: Units): string {
  const time = monthsText({ start: quarter.from, end: quarter.to });
  return SIDE_SENTENCES[side]({ time, what: boundsText(quarter.sides[side], units) });
}

function boundsText({ incidents, quartiles }: Spread<KmBounds>, units: Units): string {
  if (!quartiles) return SPREAD.tooFew({ incidents: incidentsText(incidents) });
  const { first, median, third } = quartiles;
  return SPREAD.bounds({
    incidents: incidentsText(incidents),
    median: distancesText(median.least, median.most, units),
    half: distancesText(first.least, third.most, units),
  });
}

/** The same of places along the border. */
export function alongText({ from, to, along }: MovementQuarter, units: Units): string {
  const [time, incidents] = [monthsText({ start: from, end: to }), incidentsText(along.incidents)];
  const { quartiles } = along;
  if (!quartiles) return SPREAD.tooFewAlong({ time, incidents });
  return SPREAD.line({ time, incidents, ...kmTexts(quartiles, units) });
}

function kmTexts({ first, median, third }: Quartiles<number>, units: Units) {
  return { median: distanceText(median, units, 0), half: distancesText(first, third, units) };
}

const CHART = {
  across: ({ quarters }: { quarters: string }) => `Distances from the border by quarter on both sides, ${quarters}`,
  along: ({ quarters }: { quarters: string }) => `Places along the border by quarter, ${quarters}`,
  quarters: (count: number) => counted(count, { one: '{count} quarter', other: '{count} quarters' }),
} as const;

/** The chart in words, for those who cannot see it. */
export function chartText(kind: 'across' | 'along', quarters: number): string {
  return CHART[kind]({ quarters: CHART.quarters(quarters) });
}
