import type { Topology } from 'topojson-specification';
import type { Position } from '../../model/incident.ts';
import { simplified } from './rings.ts';

/** Each arc simplified by itself with its ends kept, so that neighbours go on sharing it. Plain degrees. */
export function simplifiedArcs({ arcs, transform }: Topology, degrees: number): Topology['arcs'] {
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    const plain = arc.map(([a, b]): Position => {
      if (!transform) return [a, b];
      [x, y] = [x + a, y + b];
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
    });
    return simplified(plain, degrees);
  });
}
