import { BAND_KM } from '../model/border.ts';
import { ACTOR_SIDES, GROUPS, INCIDENT_TYPES } from '../model/incident.ts';
import { PROVINCE_IDS, PROVINCES } from '../region.ts';
import { sideCells } from '../store/named.ts';
import { perStore } from '../store/per-store.ts';
import { NO_CODE, NO_DISTRICT, type Store } from '../store/store.ts';
import type { RowCells } from '../store/sums.ts';
import type { ToldBy } from './options.ts';

/** One of those that incidents are told apart by. */
export interface Category {
  /** as filters write it; of a band `0-10`, and `100-` of the last one */
  key: string;
  /** the name that it bears; `null` where it is worded */
  name: string | null;
}

/** Rows told apart: each is in one cell, and a cell is of no category, of one or of several. */
export interface ToldApart {
  categories: readonly Category[];
  cells: RowCells;
  /** for each cell the indexes of its categories */
  ofCell: readonly (readonly number[])[];
}

/** The bands from the line, as km from and to; the last has no end. */
export const TREND_BANDS = [0, ...BAND_KM].map((fromKm, i) => ({ fromKm, toKm: BAND_KM[i] ?? null }));

const worded = (keys: readonly string[]): Category[] => keys.map((key) => ({ key, name: null }));

/** A category for each code of a column; rows without a known one are of none. */
function byCode(codes: Uint8Array, categories: readonly Category[]): ToldApart {
  const none = categories.length;
  const of = new Int32Array(codes.length);
  for (let i = 0; i < of.length; i++) of[i] = codes[i] === NO_CODE ? none : codes[i];
  return { categories, cells: { count: none + 1, of }, ofCell: [...categories.map((_, i) => [i]), []] };
}

function byDistrict({ columns: { district }, districts }: Store): ToldApart {
  const of = new Int32Array(district.length);
  for (let i = 0; i < of.length; i++) of[i] = district[i] - NO_DISTRICT;
  return {
    categories: districts.map(({ id, name }) => ({ key: id, name })),
    cells: { count: districts.length + 1, of },
    ofCell: [[], ...districts.map((_, i) => [i])],
  };
}

function byBand({ columns: { borderKm } }: Store): ToldApart {
  const none = TREND_BANDS.length;
  const of = new Int32Array(borderKm.length);
  for (let i = 0; i < of.length; i++) {
    let band = none;
    if (!Number.isNaN(borderKm[i])) for (band = 0; band < none - 1 && borderKm[i] >= BAND_KM[band];) band++;
    of[i] = band;
  }
  const categories = worded(TREND_BANDS.map(({ fromKm, toKm }) => `${fromKm}-${toKm ?? ''}`));
  return { categories, cells: { count: none + 1, of }, ofCell: [...categories.map((_, i) => [i]), []] };
}

/** An incident is of each side that takes part. */
function bySide(store: Store): ToldApart {
  const cells = sideCells(store);
  const ofCell = Array.from({ length: cells.count }, (_, bits) =>
    ACTOR_SIDES.map((_side, i) => i).filter((i) => (bits >> i) & 1),
  );
  return { categories: worded(ACTOR_SIDES), cells, ofCell };
}

const provinces = PROVINCE_IDS.map((id) => ({ key: id, name: PROVINCES[id] }));

const MAKERS: Readonly<Record<ToldBy, (store: Store) => ToldApart>> = {
  all: perStore(({ size }) => ({ categories: [], cells: { count: 1, of: new Int32Array(size) }, ofCell: [[]] })),
  district: perStore(byDistrict),
  province: perStore(({ columns }) => byCode(columns.province, provinces)),
  side: perStore(bySide),
  group: perStore(({ columns }) => byCode(columns.group, worded(GROUPS))),
  type: perStore(({ columns }) => byCode(columns.type, worded(INCIDENT_TYPES))),
  band: perStore(byBand),
};

/** The rows of a store told apart by something. */
export function toldApart(store: Store, by: ToldBy): ToldApart {
  return MAKERS[by](store);
}
