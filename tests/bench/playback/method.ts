import type { Window } from '../../../geo/time/window.ts';
import type { Palette } from '../../../src/scene/palette.ts';
import type { Camera } from '../../../src/scene/scene.ts';
import type { Layers, Scenery } from '../../../src/state/layers.ts';

/** What a way of playing incidents is made with: the same for all. */
export interface Stage {
  container: HTMLElement;
  layers: Layers;
  scenery: Scenery;
  palette: Palette;
  camera: Camera;
}

/** A way of playing incidents on the map. */
export interface Method {
  /** Reads the file and shows a window; done when the first pixels of its incidents have been drawn. */
  open: (file: string, window: Window) => Promise<void>;
  /** Shows another window; done when its incidents have been drawn, all of them and no others. */
  show: (window: Window) => Promise<void> | void;
  /** The contexts of the canvases that `show` draws on. */
  contexts: () => WebGL2RenderingContext[];
}

/** Makes the map with its base, all of it drawn, without incidents. */
export type CreateMethod = (stage: Stage) => Promise<Method>;
