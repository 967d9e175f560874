import type { CircleLayerSpecification, ExpressionSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { GROUPS } from '../../../geo/model/incident.ts';
import type { Window } from '../../../geo/time/window.ts';
import { drawScale } from '../../../src/scene/marks.ts';
import type { Palette } from '../../../src/scene/palette.ts';

/** The source and the layer of MapLibre's own circles. */
export const CIRCLES = 'circles';

/** Circles as large and as coloured as our marks, without their edges and spirals. */
export function circleLayer(palette: Palette, zoom: number): CircleLayerSpecification {
  const colors = GROUPS.flatMap((group, code) => [code, palette.groups[group]]);
  return {
    id: CIRCLES,
    type: 'circle',
    source: CIRCLES,
    paint: {
      'circle-radius': ['*', drawScale(zoom), ['get', 'radius']],
      'circle-color': ['match', ['get', 'group'], ...colors, palette.ink] as unknown as ExpressionSpecification,
    },
  };
}

/** The filter that lets pass what the window shows. */
export function windowFilter({ start, end }: Window): ExpressionSpecification {
  return ['all', ['<=', ['get', 'start'], end], ['>=', ['get', 'end'], start]];
}

/** Waits for the first frame that MapLibre draws with all the circles' tiles up to date: no other work is waited for. */
export function drawn(map: MapLibreMap): Promise<void> {
  return new Promise((done) => {
    const onRender = (): void => {
      if (!map.isSourceLoaded(CIRCLES)) return;
      map.off('render', onRender);
      done();
    };
    map.on('render', onRender);
  });
}
