import { GROUPS } from '../../geo/model/incident.ts';
import type { Window } from '../../geo/time/window.ts';
import { createPrograms, type CameraState, type Drawing, type UniformOf } from './drawing.ts';
import { createFade } from './fade.ts';
import { upperBound } from '../../geo/time/bins.ts';
import { drawScale, MARK, spreadScale, type Marks } from './marks.ts';
import { rgbOf, type Palette } from './palette.ts';
import { ATTRIBUTES, FRAGMENT_SHADER, VERTEX_SHADER } from './shaders.ts';

/** What is drawn: of the rows between `from` and `to` those of the groups that meet the window and are 1 in the mask, not 0. */
export interface Frame {
  window: Window;
  mask: Uint8Array;
  /** bits, see ALL_GROUPS */
  groups: number;
  from: number;
  to: number;
  /** Of the rows before this one only such as last longer than SHORT_DAYS meet the window. */
  near: number;
}

const SELECTED_RING = 4;
const HOVERED_RING = 2;

/**
 * Draws the incidents. Moving through time, zooming, selecting and switching groups touch uniforms alone; any other
 * filter uploads one byte a mark.
 */
export class Points implements Drawing {
  readonly #programs = createPrograms('incidents', VERTEX_SHADER, FRAGMENT_SHADER);
  #marks: WebGLBuffer | null = null;
  #pass: WebGLBuffer | null = null;
  #array: WebGLVertexArrayObject | null = null;
  /** how many of the floats the buffer holds */
  #uploaded = 0;
  #maskIsNew = true;

  #floats: Float32Array = new Float32Array(0);
  #long: Uint32Array = new Uint32Array(0);
  #longs: WebGLBuffer | null = null;
  #frame: Frame = { window: { start: 0, end: 0 }, mask: new Uint8Array(0), groups: 0, from: 0, to: 0, near: 0 };
  readonly #fade = createFade(true);
  #selected = -1;
  #hovered = -1;
  #palette: Palette;
  readonly #redraw: () => void;

  /** `redraw` is called when something has changed. */
  constructor(palette: Palette, redraw: () => void) {
    this.#palette = palette;
    this.#redraw = redraw;
  }

  /** Takes new marks; none is drawn before a frame is set. */
  setMarks({ size, floats, long }: Marks): void {
    this.#floats = floats;
    this.#long = long;
    this.#frame = { window: this.#frame.window, mask: new Uint8Array(size), groups: 0, from: 0, to: 0, near: 0 };
    this.#selected = this.#hovered = -1;
    this.#uploaded = 0;
    this.#maskIsNew = true;
    this.#redraw();
  }

  /** The mask is uploaded where it is another than before. */
  setFrame(frame: Frame): void {
    this.#maskIsNew ||= frame.mask !== this.#frame.mask;
    this.#frame = frame;
    this.#redraw();
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#redraw();
  }

  /** Lets the marks come or go, all but those with a ring; very many come or go at once, as each frame takes long. */
  setShown(isShown: boolean): void {
    this.#fade.show(isShown);
    if (this.#frame.to - this.#frame.from > MOST_FADED) this.#fade.finish();
    this.#redraw();
  }

  /** The row with the second ring, or -1. */
  setSelected(row: number): void {
    this.#selected = row;
    this.#redraw();
  }

  /** The row under the pointer, or -1. */
  setHovered(row: number): void {
    if (row === this.#hovered) return;
    this.#hovered = row;
    this.#redraw();
  }

  forget(): void {
    this.#programs.forget();
    this.#array = null;
  }

  draw(gl: WebGL2RenderingContext, camera: CameraState): void {
    this.#fill(gl);
    const uniform = this.#programs.use(gl, camera);
    gl.uniform1f(uniform('u_scale'), drawScale(camera.zoom));
    gl.uniform1f(uniform('u_spread'), spreadScale(camera.zoom));
    this.#tellLook(gl, uniform);
    gl.bindVertexArray(this.#array);
    const ring = uniform('u_ring');
    gl.uniform1f(ring, 0);
    const opacity = uniform('u_opacity');
    const shown = this.#fade.now();
    gl.uniform1f(opacity, shown);
    const areUploaded = this.#uploaded === this.#floats.length;
    if (shown > 0 && areUploaded) this.#drawFrame(gl);
    gl.uniform1f(opacity, 1);
    if (areUploaded) {
      drawRing(gl, ring, this.#hovered, HOVERED_RING);
      drawRing(gl, ring, this.#selected, SELECTED_RING);
    }
    gl.bindVertexArray(null);
    if (this.#fade.isMoving() || !areUploaded) this.#redraw();
  }

  #uploadMarks(gl: WebGL2RenderingContext): void {
    const { length } = this.#floats;
    if (this.#uploaded === length) return;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#marks);
    if (this.#uploaded === 0) {
      gl.bufferData(gl.ARRAY_BUFFER, length * 4, gl.STATIC_DRAW);
      gl.bindVertexArray(this.#array); // it holds on to the list of rows
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#longs);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, this.#long, gl.STATIC_DRAW);
      gl.bindVertexArray(null);
    }
    const next = Math.min(this.#uploaded + MOST_FLOATS, length);
    gl.bufferSubData(gl.ARRAY_BUFFER, this.#uploaded * 4, this.#floats, this.#uploaded, next - this.#uploaded);
    this.#uploaded = next;
  }

  /** In the order of the rows: what began long before the window, then all the rest. */
  #drawFrame(gl: WebGL2RenderingContext): void {
    const { from, to, near } = this.#frame;
    const [first, after] = [upperBound(this.#long, from - 1), upperBound(this.#long, near - 1)];
    if (after > first) gl.drawElements(gl.POINTS, after - first, gl.UNSIGNED_INT, first * 4);
    if (to > near) gl.drawArrays(gl.POINTS, near, to - near);
  }

  #tellLook(gl: WebGL2RenderingContext, uniform: UniformOf): void {
    const { start, end } = this.#frame.window;
    gl.uniform2f(uniform('u_window'), start, end);
    gl.uniform1i(uniform('u_groups'), this.#frame.groups);
    gl.uniform3fv(
      uniform('u_colors'),
      GROUPS.flatMap((group) => rgbOf(this.#palette.groups[group])),
    );
    gl.uniform3fv(uniform('u_edge_color'), rgbOf(this.#palette.land));
    gl.uniform3fv(uniform('u_ring_color'), rgbOf(this.#palette.ink));
  }

  /** Makes the buffers where there are none, and uploads what is new. */
  #fill(gl: WebGL2RenderingContext): void {
    if (!this.#array) {
      this.#marks = gl.createBuffer();
      this.#pass = gl.createBuffer();
      this.#longs = gl.createBuffer();
      this.#array = gl.createVertexArray();
      describe(gl, this.#array, this.#marks, this.#pass);
      this.#uploaded = 0;
      this.#maskIsNew = true;
    }
    this.#uploadMarks(gl);
    if (this.#maskIsNew) upload(gl, this.#pass, this.#frame.mask);
    this.#maskIsNew = false;
  }
}

const MOST_FADED = 20_000;

/** So many floats are uploaded with a frame, 8 MB: all of a million marks at once would hold up the page. */
const MOST_FLOATS = 1 << 21;

/** The mark itself once more, above its neighbours, and the ring around it. */
function drawRing(gl: WebGL2RenderingContext, ring: WebGLUniformLocation | null, row: number, pixels: number): void {
  if (row < 0) return;
  gl.uniform1f(ring, 0);
  gl.drawArrays(gl.POINTS, row, 1);
  gl.uniform1f(ring, pixels);
  gl.drawArrays(gl.POINTS, row, 1);
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
  const stride = MARK.length * 4;
  const floats = (place: number, count: number, first: number) => {
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, count, gl.FLOAT, false, stride, first * 4);
  };
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, marks);
  floats(ATTRIBUTES.position, 4, MARK.xHigh);
  floats(ATTRIBUTES.days, 2, MARK.start);
  floats(ATTRIBUTES.shape, 3, MARK.radius);
  gl.enableVertexAttribArray(ATTRIBUTES.kind);
  gl.vertexAttribPointer(ATTRIBUTES.kind, 4, gl.UNSIGNED_BYTE, false, stride, MARK.kind * 4);
  gl.bindBuffer(gl.ARRAY_BUFFER, pass);
  gl.enableVertexAttribArray(ATTRIBUTES.pass);
  gl.vertexAttribPointer(ATTRIBUTES.pass, 1, gl.UNSIGNED_BYTE, false, 1, 0);
  gl.bindVertexArray(null);
}
