import { areaOnScreen, type Grid, type MercatorBox } from '../../geo/store/grid.ts';
import { drawScale, leastRadius, radiusOf } from './marks.ts';

/** What the map shows of the world. */
export interface Seen {
  box: MercatorBox;
  zoom: number;
}

/** So many incidents on the screen, at least, are a crowd. Once it is one it stays one down to the second figure. */
const INCIDENTS = { from: 2000, downTo: 1500 };
/** The share of them that stand where the marks cover more than all the ground, likewise. */
const BURIED = { from: 0.5, downTo: 0.35 };

/** Fewer incidents than this are no crowd, wherever they lie; `was` is whether they are one now. */
export function fewestInCrowd(was: boolean): number {
  return was ? INCIDENTS.downTo : INCIDENTS.from;
}

/** Whether the incidents on the screen are too many to be told apart by their marks; `was` is the last answer. */
export function isCrowded(grid: Grid, { box: [west, north, east, south], zoom }: Seen, was: boolean): boolean {
  const room = areaOnScreen(grid, zoom);
  const [scale, least] = [drawScale(zoom), leastRadius(zoom)];
  let [all, buried] = [0, 0];
  for (let i = 0; i < grid.x.length; i++) {
    if (grid.x[i] < west || grid.x[i] > east || grid.y[i] < north || grid.y[i] > south) continue;
    const incidents = grid.incidents[i];
    all += incidents;
    // area grows in step with the killed, so that the mean mark stands for all
    const radius = Math.max(radiusOf(grid.deaths[i] / incidents) * scale, least);
    if (incidents * Math.PI * radius * radius > room) buried += incidents;
  }
  return all >= fewestInCrowd(was) && buried >= BURIED[was ? 'downTo' : 'from'] * all;
}
