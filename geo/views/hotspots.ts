import type { District } from '../model/district.ts';
import { LOCATION_PRECISIONS, type Position } from '../model/incident.ts';
import { adjustedP } from '../statistics/false-discovery.ts';
import { gStar } from '../statistics/getis-ord.ts';
import { twoSidedP } from '../statistics/normal.ts';
import { rangeOf } from '../store/count.ts';
import { NO_DISTRICT, UNKNOWN, type Columns, type Store } from '../store/store.ts';
import { meets, type Window } from '../time/window.ts';
import type { ViewContext } from './context.ts';
import type { FiguresTable } from './figures-table.ts';
import { hexagonsOf, type Hexagons } from './hexagons.ts';
import { HOT_FIGURES, type HotArea, type HotFigure, type ViewOptions } from './options.ts';

/** Of all that are called hot or cold at most this share is expected to be so by chance. */
export const FALSE_SHARE = 0.05;

/** What an area is found to be: with more than chance would give in it and around it, with less, or neither. */
export type Heat = 'hot' | 'cold' | 'neither';

/** The columns that hot spots are found from. */
export const HOT_COLUMNS = [
  ...(['lon', 'lat', 'start', 'end', 'best', 'district', 'locationPrecision', 'borderKm', 'borderKmMax'] as const),
] satisfies readonly (keyof Columns)[];

/** What of a store hot spots are found from. */
export interface HotRows extends Pick<Store, 'longestSpan'> {
  columns: Pick<Columns, (typeof HOT_COLUMNS)[number]>;
  /** ids of the districts that the column `district` is of */
  districtIds: readonly string[];
}

/** A district that is looked at. */
export interface HotDistrict {
  id: string;
  name: string;
  labelPoint: Position;
  /** ids of those beside it */
  neighbours: readonly string[];
  /** `null` where it is not known */
  people: number | null;
}

/** What is asked. */
export interface HotQuery {
  window: Window;
  areas: HotArea;
  /** hexagons have no people: of them a rate is the figure itself */
  figure: HotFigure;
}

/** A district as it is looked at. */
export function hotDistrict({ id, name, labelPoint, neighbours, population2023 }: District['properties']): HotDistrict {
  return { id, name, labelPoint, neighbours, people: population2023 };
}

/** The figures that areas can be told by: hexagons have no people. */
export function hotFiguresOf(areas: HotArea): readonly HotFigure[] {
  return areas === 'district' ? HOT_FIGURES : HOT_FIGURES.filter((figure) => !figure.endsWith('per-100k'));
}

/** The figure that is chosen, where the areas can be told by it; else incidents. */
export function hotFigureOf({ hotAreas, hotFigure }: Pick<ViewOptions, 'hotAreas' | 'hotFigure'>): HotFigure {
  return hotFiguresOf(hotAreas).includes(hotFigure) ? hotFigure : 'incidents';
}

/** An area, what is counted in it, and what follows from that. */
export interface HotCell {
  /** of a district; `null` of a hexagon */
  id: string | null;
  name: string | null;
  middle: Position;
  /** the outline of a hexagon */
  ring: Position[] | null;
  incidents: number;
  /** `null` where it cannot be told: none of the killed are known, or not how many people live there */
  figure: number | null;
  /** Gi*; `null` where the figure is, or where nothing can be said */
  z: number | null;
  /** the chance of a z so far from 0, and that adjusted for how many areas were asked about */
  p: number | null;
  adjusted: number | null;
  heat: Heat;
}

/** Where incidents cluster. */
export interface Hotspots {
  areas: HotArea;
  figure: HotFigure;
  /** the hottest first, those of which nothing can be said last */
  cells: HotCell[];
  /** between the middles of neighbouring hexagons, km; `null` of districts */
  acrossKm: number | null;
  /** incidents in the window that count, that are not known well enough to be in one area, and that lie in none */
  counted: number;
  tooCoarse: number;
  outside: number;
}

const [TOWN, DISTRICT] = [LOCATION_PRECISIONS.indexOf('town'), LOCATION_PRECISIONS.indexOf('district')];
/** No area: not known well enough, or in none of those looked at. */
const [TOO_COARSE, OUTSIDE] = [-1, -2];

/** The areas, which of them each row is in, and which are neighbours. */
interface KnownAreas {
  cells: Pick<HotCell, 'id' | 'name' | 'middle' | 'ring'>[];
  people: (number | null)[] | null;
  of: Int32Array;
  neighbours: number[][];
  acrossKm: number | null;
}

/** Gives hot and cold spots of the rows that pass a mask. Which area each row is in is found once and kept. */
export function createHotspots(
  rows: HotRows,
  districts: readonly HotDistrict[],
): (mask: Uint8Array, query: HotQuery) => Hotspots {
  const known: Partial<Record<HotArea, KnownAreas>> = {};
  return (mask, query) => {
    const areas = (known[query.areas] ??=
      query.areas === 'district' ? districtAreas(rows, districts) : hexagonAreas(rows));
    return hotspotsIn(rows, areas, mask, query);
  };
}

/** Districts: those that share an edge are neighbours. A place known to a region or a country alone is in none. */
function districtAreas({ columns, districtIds }: HotRows, districts: readonly HotDistrict[]): KnownAreas {
  const { district, locationPrecision } = columns;
  const index = new Map(districts.map(({ id }, i) => [id, i]));
  const codes = districtIds.map((id) => index.get(id) ?? OUTSIDE);
  const of = new Int32Array(district.length);
  for (let i = 0; i < of.length; i++) {
    if (locationPrecision[i] > DISTRICT) of[i] = TOO_COARSE;
    else of[i] = district[i] === NO_DISTRICT ? OUTSIDE : codes[district[i]];
  }
  return {
    of,
    cells: districts.map(({ id, name, labelPoint }) => ({ id, name, middle: labelPoint, ring: null })),
    people: districts.map(({ people }) => people),
    neighbours: districts.map(({ neighbours }) => neighbours.flatMap((id) => index.get(id) ?? [])),
    acrossKm: null,
  };
}

/** How wide hexagons are, km: this, or twice, four times … as much, until the places lie in no more of them than MOST_HEXAGONS. */
const LEAST_KM = 25;
const MOST_HEXAGONS = 4000;

/**
 * The hexagons that hold any place that is known to within half of one, whenever that was: where nothing ever happened is
 * no cold spot, it is not asked about. The six beside one are its neighbours.
 */
function hexagonAreas(rows: HotRows): KnownAreas {
  const parallel = middleOf(rows.columns.lat);
  for (let acrossKm = LEAST_KM; ; acrossKm *= 2) {
    const areas = hexagonsIn(rows, hexagonsOf(parallel, acrossKm));
    if (areas) return areas;
  }
}

/** `null` where there are too many. */
function hexagonsIn({ columns }: HotRows, hexagons: Hexagons): KnownAreas | null {
  const { lon, lat, locationPrecision, borderKm, borderKmMax } = columns;
  const index = new Map<number, number>();
  const of = new Int32Array(lon.length);
  for (let i = 0; i < of.length; i++) {
    // an interval reaches as far from its distance as the place may be off; without one the precision has its own
    const isCoarse = locationPrecision[i] > TOWN || borderKmMax[i] - borderKm[i] > hexagons.acrossKm / 2;
    of[i] = isCoarse ? TOO_COARSE : indexIn(index, hexagons.at(lon[i], lat[i]));
    if (index.size > MOST_HEXAGONS) return null;
  }
  const found = [...index.keys()];
  return {
    of,
    cells: found.map((hexagon) => ({
      ...{ id: null, name: null },
      middle: hexagons.middle(hexagon),
      ring: hexagons.ring(hexagon),
    })),
    people: null,
    neighbours: found.map((hexagon) => hexagons.beside(hexagon).flatMap((other) => index.get(other) ?? [])),
    acrossKm: hexagons.acrossKm,
  };
}

function indexIn(index: Map<number, number>, key: number): number {
  const found = index.get(key) ?? index.size;
  if (found === index.size) index.set(key, found);
  return found;
}

/** The mean of latitudes, in whole degrees: a place more or less hardly ever moves the hexagons. */
function middleOf(lat: Float64Array): number {
  return lat.length > 0 ? Math.round(lat.reduce((sum, one) => sum + one, 0) / lat.length) : 0;
}

function hotspotsIn(
  rows: HotRows,
  areas: KnownAreas,
  mask: Uint8Array,
  { window, areas: kind, figure }: HotQuery,
): Hotspots {
  const { start, end, best } = rows.columns;
  const size = areas.cells.length;
  const [incidents, deaths, unknown] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const told = { counted: 0, tooCoarse: 0, outside: 0 };
  const { from, to } = rangeOf(rows, window);
  for (let i = from; i < to; i++) {
    if (!mask[i] || !meets(start[i], end[i], window)) continue;
    const area = areas.of[i];
    if (area === TOO_COARSE) told.tooCoarse++;
    else if (area === OUTSIDE) told.outside++;
    else {
      told.counted++;
      incidents[area]++;
      if (best[i] === UNKNOWN) unknown[area]++;
      else deaths[area] += best[i];
    }
  }
  const isDeaths = figure === 'deaths' || figure === 'deaths-per-100k';
  const isRate = areas.people !== null && (figure === 'incidents-per-100k' || figure === 'deaths-per-100k');
  const figures = areas.cells.map((_, i) => {
    if (isDeaths && incidents[i] > 0 && unknown[i] === incidents[i]) return null;
    const amount = isDeaths ? deaths[i] : incidents[i];
    if (!isRate) return amount;
    const people = areas.people?.[i] ?? null;
    return people === null ? null : (amount / people) * PEOPLE;
  });
  const found = heatOf(figures, areas.neighbours);
  const cells = areas.cells.map((cell, i) => ({ ...cell, incidents: incidents[i], figure: figures[i], ...found[i] }));
  return {
    ...told,
    areas: kind,
    figure,
    acrossKm: areas.acrossKm,
    cells: cells.sort((a, b) => (b.z ?? -Infinity) - (a.z ?? -Infinity) || 0),
  };
}

/** People that a rate is of. */
const PEOPLE = 100_000;

/** What areas without a figure are is not known: they are no one's neighbours. */
function heatOf(
  figures: readonly (number | null)[],
  neighbours: readonly (readonly number[])[],
): Pick<HotCell, 'z' | 'p' | 'adjusted' | 'heat'>[] {
  const known = figures.flatMap((figure, i) => (figure === null ? [] : [{ figure, i }]));
  const place = new Map(known.map(({ i }, at) => [i, at]));
  const z = gStar(
    known.map(({ figure }) => figure),
    known.map(({ i }) => neighbours[i].flatMap((other) => place.get(other) ?? [])),
  );
  const said = z.flatMap((value, at) => (value === null ? [] : [{ i: known[at].i, z: value, p: twoSidedP(value) }]));
  const adjusted = adjustedP(said.map(({ p }) => p));
  const found: Pick<HotCell, 'z' | 'p' | 'adjusted' | 'heat'>[] = figures.map(() => ({
    ...{ z: null, p: null, adjusted: null, heat: 'neither' },
  }));
  said.forEach(({ i, ...one }, at) => {
    const heat = adjusted[at] > FALSE_SHARE ? 'neither' : one.z > 0 ? 'hot' : 'cold';
    found[i] = { ...one, adjusted: adjusted[at], heat };
  });
  return found;
}

/** The hot and cold spots of a window. */
export function hotspotsOf({ store, mask, window, options, districts }: ViewContext): Hotspots {
  const rows: HotRows = {
    columns: store.columns,
    longestSpan: store.longestSpan,
    districtIds: store.districts.map(({ id }) => id),
  };
  const { hotAreas: areas } = options;
  return createHotspots(rows, districts.map(hotDistrict))(mask, { window, areas, figure: hotFigureOf(options) });
}

/** Hot spots as a table, in their order. */
export function hotspotsTable({ cells, areas }: Hotspots): FiguresTable {
  const place = areas === 'district' ? ['district'] : ['lon', 'lat'];
  return {
    columns: [...place, 'incidents', 'figure', 'z', 'p', 'p_adjusted', 'heat'],
    rows: cells.map(({ id, middle, incidents, figure, z, p, adjusted, heat }) => [
      ...(areas === 'district' ? [id] : middle.map((degrees) => Number(degrees.toFixed(3)))),
      ...[incidents, rounded(figure, 2), rounded(z, 3), rounded(p, 5), rounded(adjusted, 5)],
      z === null ? null : heat,
    ]),
  };
}

function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : Number(value.toFixed(decimals));
}
