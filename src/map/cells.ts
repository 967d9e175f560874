import { pixelsAcross, latticeOf, type Grid, type CellShape } from '../../geo/store/grid.ts';
import type { Cells } from '../scene/scene.ts';
import { classIn, figureOf } from '../scene/classes.ts';
import { createPrograms, type CameraState, type Drawing, type Surface, type UniformOf } from './drawing.ts';
import { createFade, type Fade } from './fade.ts';
import { createQuads, type Quads } from './quads.ts';
import { splitFloat } from '../scene/mercator.ts';
import { rgbOf, type Palette } from '../scene/palette.ts';

/** Floats of a cell: 4 of its middle, 1 of its class. */
const LENGTH = 5;
/** The class, after those of the palette, of cells with incidents whose killed are not known. */
const UNKNOWN_CLASS = 6;
const ATTRIBUTES = { middle: 0, kind: 1 } as const;

/** Half of the box around a cell, in cells across: what is drawn is the part of the box that is the cell. */
const REACH: Readonly<Record<CellShape, readonly [number, number]>> = {
  hexagons: [0.5, 1 / Math.sqrt(3)],
  squares: [0.5, 0.5],
};

const VERTEX_SHADER = `
layout(location = ${ATTRIBUTES.middle}) in vec4 a_middle; // x, y: high parts; then low parts
layout(location = ${ATTRIBUTES.kind}) in float a_class;

uniform vec2 u_reach; // half of the box, in cells across
uniform float u_across; // Web Mercator
uniform vec3 u_colors[${UNKNOWN_CLASS + 1}]; // of the classes

out vec2 v_place; // from the middle, in cells across
flat out vec3 v_color;
flat out int v_class;

void main() {
  v_place = u_reach * (vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0);
  gl_Position = project(vec4(a_middle.xy, a_middle.zw + v_place * u_across));
  v_class = int(a_class);
  v_color = u_colors[v_class];
}`;

const FRAGMENT_SHADER = `#version 300 es
precision highp float;
uniform float u_pixel_ratio;
uniform float u_opacity;
uniform vec3 u_edge_color;
uniform vec3 u_gap_color;
uniform bool u_hexagons;
uniform float u_pixels; // CSS pixels across a cell

in vec2 v_place;
flat in vec3 v_color;
flat in int v_class;
out vec4 fragColor;

void main() {
  vec2 out_by = abs(v_place);
  float inside = 0.5 - max(out_by.x, u_hexagons ? out_by.x * 0.5 + out_by.y * 0.866 : out_by.y);
  float depth = inside * u_pixels; // CSS pixels from the edge
  bool isUnknown = v_class == ${UNKNOWN_CLASS};
  if (depth > 1.5 && !isUnknown) { // most pixels, with as little arithmetic as can be
    fragColor = vec4(v_color, 1.0) * u_opacity;
    return;
  }
  // between cells lies a gap, which hides what is below as they do
  float cell = clamp(depth * u_pixel_ratio - 0.5, 0.0, 1.0);
  float cover = clamp(depth * u_pixel_ratio + 0.5, 0.0, 1.0);
  float rim = clamp(1.5 - depth, 0.0, 1.0);
  float hatch = isUnknown ? step(0.8, fract((gl_FragCoord.x - gl_FragCoord.y) / u_pixel_ratio / 7.0)) : 0.0;
  vec3 color = mix(mix(v_color, u_edge_color, hatch * 0.5), u_edge_color, rim * 0.45);
  fragColor = vec4(mix(u_gap_color, color, cell), 1.0) * cover * u_opacity;
}`;

/** Cells of one size on their way in or out. */
interface Sheet {
  grid: Grid;
  quads: Quads;
  fade: Fade;
}

/** Draws incidents counted in cells. Cells of another size or shape fade in over those that fade out. */
export class CellsDrawing implements Drawing {
  readonly #programs = createPrograms('cells', VERTEX_SHADER, FRAGMENT_SHADER);
  readonly #surface: Surface;
  #sheets: Sheet[] = [];
  #isToWarm = false;
  #palette: Palette;

  constructor(palette: Palette, surface: Surface) {
    this.#palette = palette;
    this.#surface = surface;
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#surface.redraw();
  }

  /** Draws a cell that is not seen: the first takes long where there is no graphics card. */
  warm(): void {
    this.#isToWarm = true;
    this.#surface.redraw();
  }

  /** The cells that are shown from now on; `null` for none. */
  setCells(cells: Cells | null): void {
    const last = this.#sheets.at(-1);
    const atOnce = this.#surface.isSlow();
    if (cells && last && isAlike(cells.grid, last.grid)) {
      last.grid = cells.grid;
      last.quads.put(pack(cells));
      last.fade.show(true, atOnce);
    } else {
      last?.fade.show(false, atOnce);
      if (cells) this.#sheets.push(sheetOf(cells, atOnce));
    }
    this.#surface.redraw();
  }

  forget(): void {
    this.#programs.forget();
    for (const { quads } of this.#sheets) quads.forget();
  }

  draw(gl: WebGL2RenderingContext, camera: CameraState): void {
    this.#clear(gl);
    if (this.#sheets.length === 0 && !this.#isToWarm) return;
    const uniform = this.#programs.use(gl, camera);
    const { densities, noData, ink, land } = this.#palette;
    gl.uniform3fv(
      uniform('u_colors'),
      [...densities, noData].flatMap((color) => rgbOf(color)),
    );
    gl.uniform3fv(uniform('u_edge_color'), rgbOf(ink));
    gl.uniform3fv(uniform('u_gap_color'), rgbOf(land));
    for (const sheet of this.#sheets) drawSheet(gl, uniform, sheet, camera.zoom);
    if (this.#isToWarm) {
      const unseen = sheetOf(UNSEEN, true);
      drawSheet(gl, uniform, unseen, camera.zoom);
      unseen.quads.free(gl);
      this.#isToWarm = false;
    }
    if (this.#sheets.some(({ fade }) => fade.isMoving())) this.#surface.redraw();
  }

  /** Takes away the sheets that have gone. */
  #clear(gl: WebGL2RenderingContext): void {
    const isGone = ({ fade }: Sheet) => fade.now() === 0 && !fade.isMoving();
    for (const { quads } of this.#sheets.filter(isGone)) quads.free(gl);
    this.#sheets = this.#sheets.filter((sheet) => !isGone(sheet));
  }
}

/** One cell where the map never is. */
const UNSEEN: Cells = {
  limits: [1],
  grid: {
    ...{ shape: 'hexagons', level: 0, measure: 'incidents', most: 1 },
    ...{ x: Float64Array.of(0), y: Float64Array.of(0) },
    ...{ incidents: Uint32Array.of(1), deaths: Float64Array.of(0), unknown: Uint32Array.of(0) },
    ...{ low: Float64Array.of(0), high: Float64Array.of(0) },
  },
};

function isAlike(a: Grid, b: Grid): boolean {
  return a.shape === b.shape && a.level === b.level;
}

function sheetOf(cells: Cells, atOnce: boolean): Sheet {
  const fade = createFade(false);
  fade.show(true, atOnce);
  const quads = createQuads([
    [ATTRIBUTES.middle, 4],
    [ATTRIBUTES.kind, 1],
  ]);
  quads.put(pack(cells));
  return { grid: cells.grid, quads, fade };
}

function drawSheet(gl: WebGL2RenderingContext, uniform: UniformOf, sheet: Sheet, zoom: number): void {
  const { shape, level } = sheet.grid;
  const { across } = latticeOf(shape, level);
  gl.uniform2f(uniform('u_reach'), ...REACH[shape]);
  gl.uniform1f(uniform('u_across'), across);
  gl.uniform1f(uniform('u_pixels'), pixelsAcross(level, zoom));
  gl.uniform1i(uniform('u_hexagons'), Number(shape === 'hexagons'));
  gl.uniform1f(uniform('u_opacity'), sheet.fade.now());
  sheet.quads.draw(gl);
}

/** The cells as the vertex shader reads them, LENGTH floats each. */
function pack({ grid, limits }: Cells): Float32Array {
  const { x, y, incidents, deaths, unknown, measure } = grid;
  const data = new Float32Array(x.length * LENGTH);
  for (let i = 0; i < x.length; i++) {
    const [xHigh, xLow] = splitFloat(x[i]);
    const [yHigh, yLow] = splitFloat(y[i]);
    const figure = figureOf({ incidents: incidents[i], deaths: deaths[i], deathsUnknown: unknown[i] }, measure);
    data.set([xHigh, yHigh, xLow, yLow, figure === null ? UNKNOWN_CLASS : classIn(limits, figure)], i * LENGTH);
  }
  return data;
}
