import { Map as MapLibreMap } from 'maplibre-gl';
import type { Bbox } from '../../geo/bbox.ts';
import { MOST_BOUNDS } from '../../geo/region.ts';
import type { Palette } from '../scene/palette.ts';
import type { Camera, Insets } from '../scene/scene.ts';
import type { LandAndLine } from '../state/layers.ts';
import { MOST_ZOOM, startingView } from './camera.ts';
import { styleOf } from './style.ts';
import './worker.ts';

/** What a map begins with. */
export interface Beginning {
  container: HTMLElement;
  ground: LandAndLine;
  palette: Palette;
  /** where it looks first: a camera, or a box that it shows whole */
  view: Camera | Bbox;
  /** what panels cover now */
  insets: Insets;
  /** pixels to a CSS pixel; the screen's where it is not given */
  ratio?: number;
  /** whether names come and go by and by, as on a map that is looked at */
  isFading?: boolean;
}

/** How long names take to come or go, ms. */
const FADE_MS = 150;

/**
 * A map that draws land and Durand Line while nothing else is here yet: MapLibre's worker cuts them into tiles, and the
 * browser makes its shaders, while the page reads its incidents. Throws where the browser gives no WebGL 2.
 */
export function beginMap({ container, ground, palette, view, insets, ratio, isFading = true }: Beginning): MapLibreMap {
  const wantsMotion = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = new MapLibreMap({
    container,
    style: styleOf(ground, palette),
    ...startingView(view, container, insets),
    maxBounds: [...MOST_BOUNDS],
    maxZoom: MOST_ZOOM,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: isFading && wantsMotion ? FADE_MS : 0,
    keyboard: false, // see listenToKeys
    trackResize: false, // see MapController
    ...(ratio !== undefined && { pixelRatio: ratio }),
  });
  // land and line are seen; what comes before it is the same as of a page that has nothing else
  map.once('load', () => performance.mark('ground-painted'));
  return map;
}

/** What land and line take at most on a slow machine, ms: what waits for them waits no longer. */
const MOST_WAIT_MS = 4000;

/**
 * Resolves once the map has drawn land and line. To let the page rest until then brings the whole picture sooner, too: it
 * would keep MapLibre's worker from starting. A page that is not seen draws nothing, so nothing waits for it.
 */
export function untilDrawn(map: MapLibreMap): Promise<void> {
  return new Promise((done) => {
    const waiting = setTimeout(end, MOST_WAIT_MS);
    function endUnseen() {
      if (document.hidden) end();
    }
    function end() {
      clearTimeout(waiting);
      document.removeEventListener('visibilitychange', endUnseen);
      done();
    }
    document.addEventListener('visibilitychange', endUnseen);
    map.once('load', end);
    endUnseen();
  });
}
