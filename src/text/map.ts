import type { Passage } from '../../geo/story/crossings.ts';
import type { Tally } from '../../geo/store/sums.ts';
import type { Measure } from '../../geo/store/count.ts';
import type { Grouping } from '../../geo/model/groupings.ts';
import { BAND_KM } from '../../geo/model/border.ts';
import type { Choropleth, DensityChoice, Units } from '../choices.ts';
import { numberText, plainText } from './locale.ts';
import { counted, deathsText, distanceText, incidentsText } from './numbers.ts';

const bothText = ({ incidents, deaths }: Record<'incidents' | 'deaths', string>) => `${incidents}, ${deaths}`;
const rateText = (rate: number) => numberText(rate, { decimals: rate < 10 ? 1 : 0 });
const underText = ({ most }: { most: string }) => `under ${most}`;
const ratesText = ({ incidents, deaths }: Record<'incidents' | 'deaths', string>) =>
  `Per 100,000 people: incidents ${incidents}, killed ${deaths}`;
const incidentRateText = ({ incidents }: { incidents: string }) => `Per 100,000 people: incidents ${incidents}`;
const orMoreText = ({ least }: { least: string }) => `${least}+`;
const rangeOfText = ({ from, to }: Record<'from' | 'to', string>) => `${from}–${to}`;

const bandsText = ({ from, to }: Record<'from' | 'to', string>) => `Distance bands, ${from} to ${to}`;

/** How far a band's edge is from the Durand Line: `10 km`, `6.2 miles`. */
export function bandEdgeText(km: number, units: Units): string {
  return distanceText(km, units, units === 'km' ? 0 : 1);
}

const AREA_FORMS = {
  named: { one: '{count} incident known to {name} only', other: '{count} incidents known to {name} only' },
  district: { one: '{count} incident known to a district only', other: '{count} incidents known to a district only' },
  region: { one: '{count} incident known to a region only', other: '{count} incidents known to a region only' },
} as const;

/** The words on the map and in its legend. */
export const MAP = {
  noPicture: 'The browser could make no picture of the map.',
  attribution: '© OpenStreetMap contributors (ODbL) · geoBoundaries (ODbL) · Natural Earth · GeoNames (CC BY 4.0)',
  noWebgl: 'The map cannot be drawn: this browser gives no WebGL.',
  noWebglHelp: 'The list, the timeline and all figures work without it.',
  noMap: 'The map cannot be drawn: a part of it could not be loaded.',
  graphicsLost: 'The browser has taken the graphics away: the map cannot be drawn.',
  graphicsLostHelp: 'It comes back as soon as the browser gives them back; if it does not, load the page again.',
  reload: 'Load again',
  noWorld: (reason: string) => `The land outside the region cannot be drawn: ${reason}`,
  noScenery: (reason: string) => `Provinces, rivers and towns cannot be drawn: ${reason}`,
  noBands: (reason: string) => `The distance bands cannot be drawn: ${reason}`,
  noSketch: (reason: string) => `What the analysis shows cannot be drawn: ${reason}`,
  globe: { on: 'Disable globe', off: 'Enable globe' },
  legend: 'Legend',
  killed: (count: number) => counted(count, { one: '{count} killed', other: '{count} killed' }),
  killedUnknown: 'killed: not known',
  /** What a point's tip says under its title. */
  tip: ({ when, killed }: Record<'when' | 'killed', string>) => `${when} · ${killed}`,
  /** Below it, where several datasets are shown. */
  tipDataset: ({ name }: { name: string }) => `Dataset: ${name}`,
  /** How many incidents are known to a district, or to a region, only; `name` where it is known. */
  area: (count: number, { isDistrict, name }: { isDistrict: boolean; name: string | null }) => {
    if (name !== null) return counted(count, AREA_FORMS.named, { name });
    return counted(count, isDistrict ? AREA_FORMS.district : AREA_FORMS.region);
  },
  districtNamed: ({ name }: { name: string }) => `${name} district`,
  groups: 'Incidents',
  color: 'Colours',
  groupings: { type: 'what happened', side: 'who took part' } satisfies Record<Grouping, string>,
  bySide: 'Who took part',
  bySideNote: 'Which of these are named beside the states; not who attacked.',
  groupHelp: 'Click a kind to hide or show it.',
  size: 'Killed (area)',
  sizeUnknown: 'An open middle: killed not known.',
  disc: 'a place',
  ring: 'known to a district only',
  dashed: 'known to a region only',
  fade: 'Older ones fade. Of several at one place the others stand around it; a line leads to it.',
  areas: 'The number tells how many, the parts their kinds. Near by each stands around it.',
  line: 'Durand Line',
  lineNote: 'not recognised by Afghanistan',
  /** Of a crossing, on the day on show. */
  passages: { closed: 'closed', partly: 'partly open' } satisfies Record<NonNullable<Passage>, string>,
  crossing: 'Crossing',
  crossingShut: 'closed or partly',
  disputed: 'Disputed area',
  disputedNamed: (name: string) => `${name} (disputed)`,
  shade: 'Districts by',
  shades: {
    none: 'nothing',
    incidents: 'incidents',
    deaths: 'killed',
    'incidents-per-100k': 'incidents per 100,000 people',
    'deaths-per-100k': 'killed per 100,000 people',
  } satisfies Record<Choropleth, string>,
  shadedBy: {
    none: 'Districts by nothing',
    incidents: 'Districts by incidents',
    deaths: 'Districts by killed',
    'incidents-per-100k': 'Districts by incidents per 100,000 people',
    'deaths-per-100k': 'Districts by killed per 100,000 people',
  } satisfies Record<Choropleth, string>,
  none: 'none',
  noData: 'not known',
  shadeNote: 'Khyber Pakhtunkhwa, in the time shown',
  peopleNote: 'People by the census of 2023',
  /** A district's figures for each 100,000 people. */
  rates: ({ incidents, deaths }: { incidents: number; deaths: number | null }) =>
    deaths === null
      ? incidentRateText({ incidents: rateText(incidents) })
      : ratesText({ incidents: rateText(incidents), deaths: rateText(deaths) }),
  density: 'Incidents as',
  densities: {
    auto: 'automatic',
    points: 'points',
    hexagons: 'hexagons',
    squares: 'squares',
  } satisfies Record<DensityChoice, string>,
  /** What the cells are coloured by. */
  cells: { incidents: 'Incidents in a cell', deaths: 'Killed in a cell' } satisfies Record<Measure, string>,
  cellsNote: 'The timeline’s bars say what is counted. Click a cell to zoom in.',
  /** The title of a cell's tip, and what a click on it does. */
  cell: (count: number) => counted(count, { one: '{count} incident here', other: '{count} incidents here' }),
  cellHelp: 'Click to zoom in',
  noCells: (reason: string) => `Incidents cannot be counted in cells: ${reason}`,
  bands: 'Distance from the line',
  bandsLabel: (units: Units) =>
    bandsText({ from: bandEdgeText(BAND_KM[0], units), to: bandEdgeText(BAND_KM[BAND_KM.length - 1], units) }),
  /** `3 incidents, about 12 killed, not known for 1`; of no incidents there is nothing more to tell. */
  districtFigures: (tally: Tally) =>
    tally.incidents === 0
      ? incidentsText(0)
      : bothText({ incidents: incidentsText(tally.incidents), deaths: deathsText(tally) }),
  /** A class from its least value to below the next class's; of rates, which are not whole. */
  rateClassText: (from: number, below: number | undefined) => {
    if (from === Number.MIN_VALUE)
      return below === undefined ? orMoreText({ least: plainText(0) }) : underText({ most: plainText(below) });
    return below === undefined
      ? orMoreText({ least: plainText(from) })
      : rangeOfText({ from: plainText(from), to: plainText(below) });
  },
  /** A class from its least value to below the next class's. */
  classText: (from: number, below: number | undefined) => {
    if (below === undefined) return orMoreText({ least: plainText(from) });
    return below - 1 === from ? plainText(from) : rangeOfText({ from: plainText(from), to: plainText(below - 1) });
  },
  /** What a picture of the map says of itself. */
  pictured: ({ shown, incidents, deaths }: Record<'shown' | 'incidents' | 'deaths', string>) =>
    `${shown}: ${incidents}, ${deaths}`,
  picturedOf: (datasets: readonly { name: string; licence: string }[]) =>
    datasets.map(({ name, licence }) => `${name} (${licence})`).join(' · '),
} as const;
