import '../../../src/app.css';
import './page.css';
import { INCIDENT_TYPES } from '../../../geo/model/incident.ts';
import { NO_FILTERS, type Filters } from '../../../geo/store/filter.ts';
import { createRandom, whole } from '../../../geo/synth/random.ts';
import type { Window } from '../../../geo/time/window.ts';
import { readPalette } from '../../../src/scene/palette.ts';
import { loadGround, loadLayers, loadScenery } from '../../../src/state/layers.ts';
import { createDeck } from './deck.ts';
import type { CreateMethod, Method } from './method.ts';
import { createOurs, type Ours } from './ours.ts';
import { createSetData } from './set-data.ts';
import { createSetFilter } from './set-filter.ts';
import { ALL_TIME, NO_TIME, stepWindows, yearFrom } from './windows.ts';

const OTHERS: Readonly<Record<string, CreateMethod>> = {
  setFilter: createSetFilter,
  setData: createSetData,
  deck: createDeck,
};
/** The region fills the map. */
const CAMERA = { lon: 68.5, lat: 31, zoom: 5.5, bearing: 0, pitch: 0 };
/** Windows shown before any is measured, unless they take too long, and those that a slow method shows at least. */
const WARM_UP = 3;
const WARM_UP_MS = 3000;
const LEAST_STEPS = 8;
/** Between two steps, ms: the browser's own compositing of the last one is over, for every method. */
const REST_MS = 60;
/** Before a file is opened, ms: names have faded in, and workers have started. */
const QUIET_MS = 3000;
const FILTERS = 40;
/** Moves of the pointer before those that are measured: the code is compiled. */
const WARM_UP_PICKS = 50;
const PICKS = 200;

/** Pixels of the canvas, in the task in which it was drawn. */
function readCanvas(gl: WebGL2RenderingContext, width: number, height: number): Uint32Array {
  const pixels = new Uint8Array(width * height * 4);
  const bound: unknown = gl.getParameter(gl.READ_FRAMEBUFFER_BINDING);
  gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  gl.bindFramebuffer(gl.READ_FRAMEBUFFER, bound instanceof WebGLFramebuffer ? bound : null);
  return new Uint32Array(pixels.buffer);
}

/** Waits until the GPU process has drawn what was asked of it: a pixel read back comes after all that was drawn. */
function finish(contexts: WebGL2RenderingContext[]): void {
  for (const gl of contexts) readCanvas(gl, 1, 1);
}

/**
 * Milliseconds from the change to settled pixels: from before the call that changes the window until one pixel of each
 * canvas concerned has been read back after the incidents of that window, and no others, were drawn. It leaves out what
 * the browser then does to put the canvases on the screen.
 */
async function timeOf(method: Method, change: () => Promise<void> | void): Promise<number> {
  const from = performance.now();
  await change();
  finish(method.contexts());
  return performance.now() - from;
}

const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));
const nextFrame = () => new Promise(requestAnimationFrame);

async function timeSteps(method: Method, budgetMs: number): Promise<number[]> {
  const warm = performance.now();
  for (let i = 0; i < WARM_UP && performance.now() - warm < WARM_UP_MS; i++) await method.show(yearFrom(10 * i));
  const times: number[] = [];
  const started = performance.now();
  for (const window of stepWindows()) {
    if (times.length >= LEAST_STEPS && performance.now() - started > budgetMs) break;
    await rest(REST_MS);
    times.push(await timeOf(method, () => method.show(window)));
  }
  return times;
}

/** Windows shown in a second at full speed: the next is asked for in the frame after the last was drawn. */
async function playSpeed(method: Method, ms: number): Promise<number> {
  const windows = stepWindows();
  const started = await nextFrame().then(() => performance.now());
  let shown = 0;
  while (performance.now() - started < ms) {
    await method.show(windows[shown++ % windows.length]);
    await nextFrame();
  }
  return (shown / (performance.now() - started)) * 1000;
}

/** How many pixels the incidents of a window cover: that a method is fast because it draws nothing would show here. */
async function coveredPixels(method: Method): Promise<number> {
  const read = async (months: number | null) => {
    await method.show(months === null ? NO_TIME : yearFrom(months));
    return method.contexts().map((gl) => readCanvas(gl, gl.drawingBufferWidth, gl.drawingBufferHeight));
  };
  const [bare, covered] = [await read(null), await read(150)];
  return covered.reduce((sum, pixels, at) => sum + pixels.filter((pixel, i) => pixel !== bare[at][i]).length, 0);
}

/** Filters that each let other incidents pass: some types, or a range of deaths, or both. */
function* changingFilters(): Generator<Filters> {
  for (let i = 0; i < FILTERS; i++) {
    const types = i % 3 === 1 ? null : INCIDENT_TYPES.filter((_, code) => (code + i) % 3 > 0);
    const deaths = i % 3 === 0 ? null : { min: i % 5, max: 20 + i };
    yield { ...NO_FILTERS, types, deaths };
  }
}

/** Milliseconds from a change of filters to settled pixels, as `timeOf`. */
async function timeFilters(ours: Ours, window: Window): Promise<number[]> {
  ours.show(window);
  const times: number[] = [];
  for (const filters of changingFilters()) {
    await rest(REST_MS);
    times.push(await timeOf(ours, () => ours.filter(filters)));
  }
  ours.filter(NO_FILTERS);
  return times;
}

/** Milliseconds that each of some moves of the pointer takes until the map has found what lies under it. */
function timePicks(ours: Ours, window: Window): { times: number[]; hits: number } {
  ours.show(window);
  const random = createRandom(7);
  const somewhere = () => [whole(random, innerWidth), whole(random, innerHeight)] as const;
  for (let i = 0; i < WARM_UP_PICKS; i++) ours.pick(...somewhere());
  let hits = 0;
  const times = Array.from({ length: PICKS }, () => {
    const [x, y] = somewhere();
    const from = performance.now();
    if (ours.pick(x, y) >= 0) hits++;
    return performance.now() - from;
  });
  return { times, hits };
}

/** What the benchmark asks of the page; times in ms. */
function questions(method: Method) {
  return {
    open: async (file: string): Promise<number> => {
      await rest(QUIET_MS);
      return timeOf(method, () => method.open(new URL(file, location.href).href, yearFrom(60)));
    },
    steps: (budgetMs: number) => timeSteps(method, budgetMs),
    play: (ms: number) => playSpeed(method, ms),
    covered: () => coveredPixels(method),
  };
}

function questionsToOurs(ours: Ours) {
  return {
    ...questions(ours),
    filters: () => timeFilters(ours, yearFrom(150)),
    filtersOfAllTime: () => timeFilters(ours, ALL_TIME),
    picks: () => timePicks(ours, yearFrom(150)),
    picksOfAllTime: () => timePicks(ours, ALL_TIME),
  };
}

async function start(name: string) {
  const container = document.getElementById('map');
  if (!container) throw new Error('index.html lacks the element #map.');
  const fetchFile: typeof fetch = (...request) => fetch(...request);
  const [ground, { layers: more }, scenery] = await Promise.all([
    loadGround(fetchFile),
    loadLayers(fetchFile),
    loadScenery(fetchFile),
  ]);
  const stage = { container, layers: { ...ground, ...more }, scenery, palette: readPalette(), camera: CAMERA };
  return name === 'ours' ? questionsToOurs(await createOurs(stage)) : questions(await OTHERS[name](stage));
}

Object.assign(globalThis, { bench: start(new URLSearchParams(location.search).get('method') ?? '') });
