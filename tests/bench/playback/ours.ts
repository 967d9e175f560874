import { filterMask, NO_FILTERS, type Filters } from '../../../geo/store/filter.ts';
import type { Store } from '../../../geo/store/store.ts';
import type { Window } from '../../../geo/time/window.ts';
import { ALL_GROUPS } from '../../../src/scene/groups.ts';
import { beginMap } from '../../../src/map/begin.ts';
import { MapController } from '../../../src/map/controller.ts';
import type { Frame, Scene } from '../../../src/scene/scene.ts';
import { Data } from '../../../src/state/data.svelte.ts';
import { Importing } from '../../../src/state/importing.svelte.ts';
import { createPreparingClient } from '../../../src/workers/preparing-client.ts';
import { contextOf } from './base-map.ts';
import type { Method, Stage } from './method.ts';
import { NO_TIME } from './windows.ts';

/** Ours, with what only ours is measured on. */
export interface Ours extends Method {
  show: (window: Window) => void;
  /** Filters all incidents anew and shows those that pass. */
  filter: (filters: Filters) => void;
  /** The row under the pointer at a pixel of the map, or -1: what a move of the pointer there finds. */
  pick: (x: number, y: number) => number;
}

/**
 * The app's own path: its import in a worker, its store of all datasets (those that it comes with stay in), its map; each
 * window drawn at once.
 */
export async function createOurs({ container, layers, scenery, palette, camera }: Stage): Promise<Ours> {
  const data = new Data();
  await data.load();
  let hovered = -1;
  const ignore = () => undefined;
  let onPainted: () => void = ignore;
  const painted = new Promise<void>((done) => (onPainted = done));
  let scene: Scene = {
    palette,
    units: 'km',
    camera,
    store: data.store,
    frame: { window: NO_TIME, mask: filterMask(data.store, NO_FILTERS), groups: ALL_GROUPS, grouping: 'type' },
    isPlaying: false,
    cells: null,
    areCellsPending: false,
    crossings: [],
    shading: null,
    outlined: [],
    bands: null,
    selection: null,
    measured: null,
    sketch: null,
    isGlobe: false,
    isOpen: false,
    world: null,
  };
  const insets = { top: 0, right: 0, bottom: 0, left: 0 };
  const map = new MapController({
    map: beginMap({ container, ground: layers, palette, view: camera, insets }),
    palette,
    layers,
    askScenery: () => Promise.resolve(scenery),
    scene,
    insets: () => insets,
    askMarks: createPreparingClient(startPreparingWorker).askMarks,
    events: {
      onPick: ignore,
      onDistrict: ignore,
      onMeasure: ignore,
      onMove: ignore,
      onGlobe: ignore,
      onSee: ignore,
      onPainted: () => onPainted(),
      onLost: ignore,
      onMissing: ignore,
      onHover: (now) => (hovered = now && 'row' in now ? now.row : -1),
    },
  });
  const canvas = container.querySelector('canvas');
  if (!canvas) throw new Error('The map has no canvas.');
  const gl = contextOf(canvas);
  const change = (frame: Partial<Frame>, store: Store = scene.store): void => {
    scene = { ...scene, store, frame: { ...scene.frame, ...frame } };
    map.show(scene);
    map.drawNow();
  };
  const show = (window: Window): void => change({ window });
  await painted;
  return {
    open: async (file, window) => {
      await importFile(data, file);
      const drawn = pointsDrawn(gl);
      change({ window, mask: filterMask(data.store, NO_FILTERS) }, data.store);
      await drawn;
    },
    show,
    contexts: () => [gl],
    filter: (filters) => change({ mask: filterMask(data.store, filters) }),
    pick: (x, y) => {
      const { left, top } = canvas.getBoundingClientRect();
      const at = { clientX: left + x, clientY: top + y };
      canvas.dispatchEvent(new MouseEvent('mousemove', { ...at, bubbles: true }));
      return hovered;
    },
  };
}

function startPreparingWorker(): Worker {
  return new Worker(new URL('../../../src/workers/preparing.ts', import.meta.url), { type: 'module' });
}

/** Adds the file to the app's data. Rejects with the app's words where it cannot be read. */
async function importFile(data: Data, address: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  const file = new File([await response.blob()], 'points.csv');
  const before = data.store;
  const importing = new Importing(data, () => undefined);
  await importing.open([{ file, choices: {}, as: null }]);
  if (data.store === before) throw new Error(`The import of ${address} came to ${JSON.stringify(importing.state)}`);
}

/** The next time that the context is told to draw points; in a window without incidents it is not. */
function pointsDrawn(gl: WebGL2RenderingContext): Promise<void> {
  return new Promise((done) => {
    const draw = gl.drawArrays.bind(gl);
    gl.drawArrays = (mode, first, count) => {
      draw(mode, first, count);
      if (mode !== gl.POINTS) return;
      gl.drawArrays = draw;
      done();
    };
  });
}
