import type { Tally } from '../../geo/store/sums.ts';
import type { Measure } from '../../geo/store/count.ts';
import type { Choropleth, DensityChoice } from '../choices.ts';
import { deathsText, plural } from './numbers.ts';

/** The words on the map and in its legend. */
export const MAP = {
  noPicture: 'The browser could make no picture of the map.',
  attribution: '© OpenStreetMap contributors (ODbL) · geoBoundaries (ODbL) · Natural Earth · GeoNames (CC BY 4.0)',
  noWebgl: 'The map cannot be drawn: this browser gives no WebGL.',
  noWebglHelp: 'The list, the timeline and all figures work without it.',
  noWorld: (reason: string) => `The land outside the region cannot be drawn: ${reason}`,
  legend: 'Legend',
  killed: (count: number) => `${plural(count, 'killed', 'killed')}`,
  killedUnknown: 'killed: not known',
  groups: 'Incidents',
  groupHelp: 'Click a kind to hide or show it.',
  size: 'Killed (area)',
  sizeUnknown: 'An open middle: killed not known.',
  disc: 'a place',
  ring: 'centre of a district',
  dashed: 'region only',
  fade: 'Older ones fade. Several at one place stand around it.',
  line: 'Durand Line',
  lineNote: 'not recognised by Afghanistan',
  shade: 'Districts by',
  shades: { none: 'nothing', incidents: 'incidents', deaths: 'killed' } satisfies Record<Choropleth, string>,
  none: 'none',
  noData: 'not known',
  shadeNote: 'Khyber Pakhtunkhwa, in the time shown',
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
  cell: (count: number) => `${plural(count, 'incident')} here`,
  cellHelp: 'Click to zoom in',
  noCells: (reason: string) => `Incidents cannot be counted in cells: ${reason}`,
  bands: 'Distance from the line',
  bandsLabel: 'Distance bands, 10 to 100 km',
  /** `3 incidents, about 12 killed, not known for 1`; of no incidents there is nothing more to tell. */
  districtFigures: (tally: Tally) =>
    tally.incidents === 0 ? '0 incidents' : `${plural(tally.incidents, 'incident')}, ${deathsText(tally)}`,
  /** A class from its least value to below the next class's. */
  classText: (from: number, below: number | undefined) =>
    below === undefined ? `${from}+` : below - 1 === from ? `${from}` : `${from}–${below - 1}`,
} as const;
