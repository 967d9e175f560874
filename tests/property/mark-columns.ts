import { LOCATION_PRECISIONS } from '../../geo/model/incident.ts';
import type { MarkColumns } from '../../src/scene/marks.ts';

const DISTRICT = LOCATION_PRECISIONS.indexOf('district');

/** What a made-up mark stands for: its place in Web Mercator, its killed, and its district, -1 for a located one. */
export interface MadeMark {
  x: number;
  y: number;
  deaths: number;
  district: number;
}

/** The columns of made-up marks, each of its own day and all of one group. */
export function markColumns(list: readonly MadeMark[]): MarkColumns {
  const days = Int32Array.from(list, (_, i) => i);
  return {
    rows: null,
    x: Float64Array.from(list, ({ x }) => x),
    y: Float64Array.from(list, ({ y }) => y),
    ...{ start: days, end: days, group: new Uint8Array(list.length) },
    sides: new Uint16Array(list.length),
    best: Int32Array.from(list, ({ deaths }) => deaths),
    locationPrecision: Uint8Array.from(list, ({ district }) => (district < 0 ? 0 : DISTRICT)),
    datePrecision: new Uint8Array(list.length),
    district: Int32Array.from(list, ({ district }) => district),
  };
}
