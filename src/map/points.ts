import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { GROUPS } from '../../geo/model/incident.ts';
import type { Store } from '../../geo/store/store.ts';
import type { Window } from '../../geo/time/window.ts';
import { drawScale, spreadScale, type Marks } from './marks.ts';
import { mercatorX, mercatorY, splitFloat } from './mercator.ts';
import { rgbOf, type Palette } from './palette.ts';
import { ATTRIBUTES, FRAGMENT_SHADER, vertexShader } from './shaders.ts';

export const POINTS_LAYER = 'incidents';

/** What is drawn: the window, and the rows between `from` and `to` that may meet it. */
export interface Frame {
  window: Window;
  from: number;
  to: number;
}

/** Bytes of a mark: 4 floats of position, 2 of days, 3 of shape, 4 bytes of kind. */
const STRIDE = 40;
const SELECTED_RING = 4;
const HOVERED_RING = 2;

interface Program {
  program: WebGLProgram;
  uniform: (name: string) => WebGLUniformLocation | null;
}

/**
 * The layer that draws the incidents. Moving through time, zooming and selecting touch uniforms alone; a filter uploads
 * one byte a mark. After a lost context add it to the map again: it keeps what it needs to fill its buffers anew.
 */
export class PointsLayer implements CustomLayerInterface {
  readonly id = POINTS_LAYER;
  readonly type = 'custom';
  readonly renderingMode = '2d';

  #map: MapLibreMap | null = null;
  #programs = new Map<string, Program>();
  #marks: WebGLBuffer | null = null;
  #pass: WebGLBuffer | null = null;
  #array: WebGLVertexArrayObject | null = null;
  #marksAreNew = true;
  #maskIsNew = true;

  #data: ArrayBuffer = new ArrayBuffer(0);
  #mask: Uint8Array = new Uint8Array(0);
  #frame: Frame = { window: { start: 0, end: 0 }, from: 0, to: 0 };
  #selected = -1;
  #hovered = -1;
  #palette: Palette;

  constructor(palette: Palette) {
    this.#palette = palette;
  }

  /** Takes new marks; everything passes until a mask is set. */
  setMarks(marks: Marks, store: Store): void {
    this.#data = pack(marks, store);
    this.#mask = new Uint8Array(marks.size).fill(1);
    this.#frame = { window: this.#frame.window, from: 0, to: 0 };
    this.#selected = this.#hovered = -1;
    this.#marksAreNew = this.#maskIsNew = true;
    this.#map?.triggerRepaint();
  }

  /** 1 for each row that is drawn, 0 for the others. */
  setMask(mask: Uint8Array): void {
    this.#mask = mask;
    this.#maskIsNew = true;
    this.#map?.triggerRepaint();
  }

  setFrame(frame: Frame): void {
    this.#frame = frame;
    this.#map?.triggerRepaint();
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#map?.triggerRepaint();
  }

  /** The row with the second ring, or -1. */
  setSelected(row: number): void {
    this.#selected = row;
    this.#map?.triggerRepaint();
  }

  /** The row under the pointer, or -1. */
  setHovered(row: number): void {
    if (row === this.#hovered) return;
    this.#hovered = row;
    this.#map?.triggerRepaint();
  }

  /** Nothing is made here: outside `render` MapLibre does not expect the context's state to change. */
  onAdd(map: MapLibreMap): void {
    this.#map = map;
    this.#programs.clear();
    this.#array = null;
  }

  onRemove(_map: MapLibreMap, gl: WebGL2RenderingContext): void {
    for (const { program } of this.#programs.values()) gl.deleteProgram(program);
    this.#programs.clear();
    gl.deleteVertexArray(this.#array);
    gl.deleteBuffer(this.#marks);
    gl.deleteBuffer(this.#pass);
    this.#map = this.#array = null;
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    if (!this.#map) return;
    this.#fill(gl);
    const program = this.#programFor(gl, input.shaderData);
    gl.useProgram(program.program);
    this.#setCamera(gl, program, this.#map, input);
    this.#setLook(gl, program);
    gl.bindVertexArray(this.#array);
    const { from, to } = this.#frame;
    const ring = program.uniform('u_ring');
    gl.uniform1f(ring, 0);
    if (to > from) gl.drawArrays(gl.POINTS, from, to - from);
    this.#drawRing(gl, program, this.#hovered, HOVERED_RING);
    this.#drawRing(gl, program, this.#selected, SELECTED_RING);
    gl.bindVertexArray(null);
  }

  #drawRing(gl: WebGL2RenderingContext, program: Program, row: number, pixels: number): void {
    if (row < 0) return;
    const ring = program.uniform('u_ring');
    gl.uniform1f(ring, 0); // the mark itself once more, above its neighbours
    gl.drawArrays(gl.POINTS, row, 1);
    gl.uniform1f(ring, pixels);
    gl.drawArrays(gl.POINTS, row, 1);
  }

  /** The camera's matrices, moved to its centre in double precision before they become floats. */
  #setCamera(gl: WebGL2RenderingContext, { uniform }: Program, map: MapLibreMap, input: CustomRenderMethodInput): void {
    const { lng, lat } = map.getCenter();
    const [xHigh, xLow] = splitFloat(mercatorX(lng));
    const [yHigh, yLow] = splitFloat(mercatorY(lat));
    const [x, y] = [xHigh + xLow, yHigh + yLow];
    const camera = input.defaultProjectionData;
    const isFlat = input.shaderData.variantName === 'mercator';
    const [sx, sy, sw, sh] = camera.tileMercatorCoords;
    // the globe's matrix works on the unit sphere, so there the centre goes in where the sphere is made
    const main = isFlat ? moved(camera.mainMatrix, x, y) : Float32Array.from(camera.mainMatrix);
    gl.uniformMatrix4fv(uniform('u_projection_matrix'), false, main);
    gl.uniformMatrix4fv(uniform('u_projection_fallback_matrix'), false, moved(camera.fallbackMatrix, x, y));
    gl.uniform4f(uniform('u_projection_tile_mercator_coords'), sx + x * sw, sy + y * sh, sw, sh);
    gl.uniform4fv(uniform('u_projection_clipping_plane'), camera.clippingPlane);
    gl.uniform1f(uniform('u_projection_transition'), camera.projectionTransition);
    gl.uniform4f(uniform('u_centre'), xHigh, yHigh, xLow, yLow);

    const canvas = map.getCanvas();
    const ratio = map.getPixelRatio();
    gl.uniform2f(uniform('u_viewport'), canvas.width / ratio, canvas.height / ratio);
    gl.uniform1f(uniform('u_pixel_ratio'), ratio);
    gl.uniform1f(uniform('u_scale'), drawScale(map.getZoom()));
    gl.uniform1f(uniform('u_spread'), spreadScale(map.getZoom()));
  }

  #setLook(gl: WebGL2RenderingContext, { uniform }: Program): void {
    const { start, end } = this.#frame.window;
    gl.uniform2f(uniform('u_window'), start, end);
    gl.uniform3fv(
      uniform('u_colors'),
      GROUPS.flatMap((group) => rgbOf(this.#palette.groups[group])),
    );
    gl.uniform3fv(uniform('u_edge_color'), rgbOf(this.#palette.land));
    gl.uniform3fv(uniform('u_ring_color'), rgbOf(this.#palette.ink));
  }

  /** MapLibre changes the projection's code between flat and globe; each form is compiled once. */
  #programFor(gl: WebGL2RenderingContext, shader: CustomRenderMethodInput['shaderData']): Program {
    const known = this.#programs.get(shader.variantName);
    if (known) return known;
    const program = link(gl, vertexShader(shader.vertexShaderPrelude, shader.define), FRAGMENT_SHADER);
    const locations = new Map<string, WebGLUniformLocation | null>();
    const uniform = (name: string) => {
      if (!locations.has(name)) locations.set(name, gl.getUniformLocation(program, name));
      return locations.get(name) ?? null;
    };
    const made = { program, uniform };
    this.#programs.set(shader.variantName, made);
    return made;
  }

  /** Makes the buffers where there are none, and uploads what is new. */
  #fill(gl: WebGL2RenderingContext): void {
    if (!this.#array) {
      this.#marks = gl.createBuffer();
      this.#pass = gl.createBuffer();
      this.#array = gl.createVertexArray();
      describe(gl, this.#array, this.#marks, this.#pass);
      this.#marksAreNew = this.#maskIsNew = true;
    }
    if (this.#marksAreNew) upload(gl, this.#marks, new Uint8Array(this.#data));
    if (this.#maskIsNew) upload(gl, this.#pass, this.#mask);
    this.#marksAreNew = this.#maskIsNew = false;
  }
}

function upload(gl: WebGL2RenderingContext, buffer: WebGLBuffer | null, data: Uint8Array): void {
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, data, gl.DYNAMIC_DRAW);
}

/** Tells the vertex array where the attributes lie. */
function describe(
  gl: WebGL2RenderingContext,
  array: WebGLVertexArrayObject,
  marks: WebGLBuffer,
  pass: WebGLBuffer,
): void {
  const floats = (place: number, count: number, offset: number) => {
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, count, gl.FLOAT, false, STRIDE, offset);
  };
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, marks);
  floats(ATTRIBUTES.position, 4, 0);
  floats(ATTRIBUTES.days, 2, 16);
  floats(ATTRIBUTES.shape, 3, 24);
  gl.enableVertexAttribArray(ATTRIBUTES.kind);
  gl.vertexAttribPointer(ATTRIBUTES.kind, 4, gl.UNSIGNED_BYTE, false, STRIDE, 36);
  gl.bindBuffer(gl.ARRAY_BUFFER, pass);
  gl.enableVertexAttribArray(ATTRIBUTES.pass);
  gl.vertexAttribPointer(ATTRIBUTES.pass, 1, gl.UNSIGNED_BYTE, false, 1, 0);
  gl.bindVertexArray(null);
}

/** The marks as the vertex shader reads them, STRIDE bytes each. */
function pack(marks: Marks, { columns }: Store): ArrayBuffer {
  const data = new ArrayBuffer(marks.size * STRIDE);
  const floats = new Float32Array(data);
  const bytes = new Uint8Array(data);
  for (let i = 0; i < marks.size; i++) {
    const [xHigh, xLow] = splitFloat(marks.x[i]);
    const [yHigh, yLow] = splitFloat(marks.y[i]);
    const { radius, offsetX, offsetY } = marks;
    const at = (i * STRIDE) / 4;
    floats.set([xHigh, yHigh, xLow, yLow, columns.start[i], columns.end[i], radius[i], offsetX[i], offsetY[i]], at);
    bytes.set([columns.group[i], marks.form[i], marks.flags[i], 0], i * STRIDE + 36);
  }
  return data;
}

/** The matrix (column by column) applied after a move by x and y, computed in double precision. */
function moved(m: ArrayLike<number>, x: number, y: number): Float32Array {
  const result = Float32Array.from(m);
  for (let row = 0; row < 4; row++) result[12 + row] = m[row] * x + m[4 + row] * y + m[12 + row];
  return result;
}

function link(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  const shaders = [compile(gl, gl.VERTEX_SHADER, vertex), compile(gl, gl.FRAGMENT_SHADER, fragment)];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  for (const shader of shaders) gl.deleteShader(shader);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`The incidents' shaders do not link: ${gl.getProgramInfoLog(program) ?? ''}`);
  }
  return program;
}

function compile(gl: WebGL2RenderingContext, kind: number, source: string): WebGLShader {
  const shader = gl.createShader(kind);
  if (!shader) throw new Error('The browser gives no shader.');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
    throw new Error(`A shader of the incidents does not compile: ${gl.getShaderInfoLog(shader) ?? ''}`);
  }
  return shader;
}
