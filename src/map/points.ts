import { shapeCodes } from '../scene/group-shapes.ts';
import type { Frame } from '../scene/scene.ts';
import { createPrograms, type CameraState, type Drawing, type Surface, type UniformOf } from './drawing.ts';
import { createFade } from './fade.ts';
import { upperBound } from '../../geo/time/bins.ts';
import { drawScale, leastRadius, MARK, spreadScale, type Marks } from '../scene/marks.ts';
import { groupColors, rgbOf, type Palette } from '../scene/palette.ts';
import { ATTRIBUTES, FRAGMENT_SHADER, VERTEX_SHADER } from './shaders.ts';

/** Marks of one incident, which follow each other: `from` included, `to` not. */
export interface MarkSpan {
  from: number;
  to: number;
}
export const NO_MARKS: MarkSpan = { from: 0, to: 0 };

/** Where the rows of a frame lie in the store, or their marks among all marks. */
export interface DrawnRows extends Frame {
  /** those that may be visible: `from` included, `to` not */
  from: number;
  to: number;
  /** Of the rows before this one only such as last longer than SHORT_DAYS meet the window. */
  near: number;
}

const NO_ROWS: DrawnRows = {
  window: { start: 0, end: 0 },
  mask: new Uint8Array(0),
  groups: 0,
  grouping: 'type',
  from: 0,
  to: 0,
  near: 0,
};

const SELECTED_RING = 4;
const HOVERED_RING = 2;

/** So many marks lie in one buffer, 2.6 MB. */
const CHUNK = 1 << 16;
/** So many chunks are uploaded with a frame: all of a million marks at once would hold up the page. */
const MOST_UPLOADS = 3;
const MOST_FADED = 20_000;

/**
 * Draws the incidents. Moving through time, zooming, selecting and switching groups touch uniforms alone; any other
 * filter uploads one byte a mark. Only what the window needs is ever uploaded, chunk by chunk.
 */
export class Points implements Drawing {
  readonly #programs = createPrograms('incidents', VERTEX_SHADER, FRAGMENT_SHADER);
  #chunks: Chunk[] = [];
  /** of marks that were replaced, still to be freed */
  #gone: Chunk[] = [];
  #rows: DrawnRows = NO_ROWS;
  readonly #fade = createFade(true);
  #selected: MarkSpan = NO_MARKS;
  #hovered: MarkSpan = NO_MARKS;
  #palette: Palette;
  readonly #surface: Surface;

  constructor(palette: Palette, surface: Surface) {
    this.#palette = palette;
    this.#surface = surface;
  }

  /** Takes new marks, which it calls rows, and where each is drawn from its place (see Seats); none is drawn before a frame is set. */
  setMarks(marks: Marks, offsets: Float32Array): void {
    this.#gone.push(...this.#chunks);
    this.#chunks = chunksOf(marks, offsets);
    this.#rows = { ...NO_ROWS, window: this.#rows.window, mask: new Uint8Array(marks.size) };
    this.#selected = this.#hovered = NO_MARKS;
    this.#surface.redraw();
  }

  /** The mask is uploaded where it is another than before. */
  setFrame(rows: DrawnRows): void {
    this.#rows = rows;
    this.#surface.redraw();
  }

  /** The offsets of the rows from the first to before the second have changed. */
  moveMarks(from: number, to: number): void {
    for (const chunk of this.#chunks) {
      if (chunk.first >= to || chunk.first + chunk.size <= from) continue;
      chunk.movedFrom = Math.min(chunk.movedFrom, Math.max(from - chunk.first, 0));
      chunk.movedTo = Math.max(chunk.movedTo, Math.min(to - chunk.first, chunk.size));
    }
    this.#surface.redraw();
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#surface.redraw();
  }

  /** Lets the marks come or go, all but those with a ring; very many at once, as each picture takes long. */
  setShown(isShown: boolean): void {
    const areMany = this.#rows.to - this.#rows.from > MOST_FADED;
    this.#fade.show(isShown, areMany || this.#surface.isSlow());
    this.#surface.redraw();
  }

  /** The marks with the second ring. */
  setSelected(marks: MarkSpan): void {
    this.#selected = marks;
    this.#surface.redraw();
  }

  /** The marks of what lies under the pointer. */
  setHovered(marks: MarkSpan): void {
    if (marks.from === this.#hovered.from && marks.to === this.#hovered.to) return;
    this.#hovered = marks;
    this.#surface.redraw();
  }

  forget(): void {
    this.#programs.forget();
    this.#gone = [];
    for (const chunk of this.#chunks) chunk.buffers = null;
  }

  draw(gl: WebGL2RenderingContext, camera: CameraState): void {
    for (const { buffers } of this.#gone.splice(0)) if (buffers) deleteBuffers(gl, buffers);
    const uniform = this.#programs.use(gl, camera);
    gl.uniform1f(uniform('u_scale'), drawScale(camera.zoom));
    gl.uniform1f(uniform('u_least'), leastRadius(camera.zoom));
    gl.uniform1f(uniform('u_spread'), spreadScale(camera.zoom));
    this.#tellLook(gl, uniform);
    const [ring, opacity] = [uniform('u_ring'), uniform('u_opacity')];
    gl.uniform1f(ring, 0);
    const shown = this.#fade.now();
    gl.uniform1f(opacity, shown);
    const isWhole = shown === 0 || this.#drawFrame(gl);
    gl.uniform1f(opacity, 1);
    this.#drawRings(gl, ring, this.#hovered, HOVERED_RING);
    this.#drawRings(gl, ring, this.#selected, SELECTED_RING);
    gl.bindVertexArray(null);
    if (this.#fade.isMoving() || !isWhole) this.#surface.redraw();
  }

  /** In the order of the rows: of what began long before the window the long ones, then all the rest. Gives whether that is all: chunks that are not uploaded yet come with the next frames. */
  #drawFrame(gl: WebGL2RenderingContext): boolean {
    const { from, to, near, mask } = this.#rows;
    let uploads = 0;
    let isWhole = true;
    for (const chunk of this.#chunks) {
      const { first, size, long } = chunk;
      if (first + size <= from || first >= to) continue;
      const [begin, after] = [upperBound(long, from - first - 1), upperBound(long, near - first - 1)];
      const start = Math.max(near - first, 0);
      if (after === begin && start >= size) continue;
      if (!chunk.buffers && ++uploads > MOST_UPLOADS) {
        isWhole = false;
        continue;
      }
      bind(gl, chunk, mask);
      if (after > begin) gl.drawElements(gl.POINTS, after - begin, gl.UNSIGNED_INT, begin * 4);
      const count = Math.min(to - first, size) - start;
      if (count > 0) gl.drawArrays(gl.POINTS, start, count);
    }
    return isWhole;
  }

  /** The marks themselves once more, above their neighbours, and the ring around each. */
  #drawRings(
    gl: WebGL2RenderingContext,
    ring: WebGLUniformLocation | null,
    { from, to }: MarkSpan,
    pixels: number,
  ): void {
    for (let mark = from; mark < to; mark++) {
      const chunk = this.#chunks[Math.floor(mark / CHUNK)];
      bind(gl, chunk, this.#rows.mask);
      for (const width of [0, pixels]) {
        gl.uniform1f(ring, width);
        gl.drawArrays(gl.POINTS, mark - chunk.first, 1);
      }
    }
  }

  #tellLook(gl: WebGL2RenderingContext, uniform: UniformOf): void {
    const { start, end } = this.#rows.window;
    gl.uniform2f(uniform('u_window'), start, end);
    gl.uniform1i(uniform('u_groups'), this.#rows.groups);
    const { grouping } = this.#rows;
    gl.uniform1i(uniform('u_by_side'), grouping === 'side' ? 1 : 0);
    gl.uniform3fv(uniform('u_colors'), groupColors(this.#palette, grouping));
    gl.uniform1iv(uniform('u_shapes'), shapeCodes(grouping));
    gl.uniform3fv(uniform('u_edge_color'), rgbOf(this.#palette.land));
    gl.uniform3fv(uniform('u_ring_color'), rgbOf(this.#palette.ink));
  }
}

/** Marks that lie in one buffer. */
interface Chunk {
  /** the row of its first mark */
  first: number;
  size: number;
  floats: Float32Array;
  offsets: Float32Array;
  /** the marks, counted from its first, whose offsets are not uploaded */
  movedFrom: number;
  movedTo: number;
  /** of its marks those that last long, counted from its first */
  long: Uint32Array;
  /** `null` until it is drawn for the first time */
  buffers: Buffers | null;
}

interface Buffers {
  array: WebGLVertexArrayObject;
  marks: WebGLBuffer;
  offsets: WebGLBuffer;
  pass: WebGLBuffer;
  long: WebGLBuffer;
  /** the mask that `pass` was filled from */
  mask: Uint8Array | null;
}

function chunksOf({ size, floats, long }: Marks, offsets: Float32Array): Chunk[] {
  return Array.from({ length: Math.ceil(size / CHUNK) }, (_, i) => {
    const first = i * CHUNK;
    const after = Math.min(first + CHUNK, size);
    return {
      first,
      size: after - first,
      floats: floats.subarray(first * MARK.length, after * MARK.length),
      offsets: offsets.subarray(first * 2, after * 2),
      movedFrom: after - first,
      movedTo: 0,
      long: long.slice(upperBound(long, first - 1), upperBound(long, after - 1)).map((row) => row - first),
      buffers: null,
    };
  });
}

/** Makes the chunk current, uploaded where it was not, and with it what has moved, and the mask where that is another. */
function bind(gl: WebGL2RenderingContext, chunk: Chunk, mask: Uint8Array): void {
  const buffers = (chunk.buffers ??= upload(gl, chunk));
  gl.bindVertexArray(buffers.array);
  const { offsets, movedFrom, movedTo } = chunk;
  if (movedFrom < movedTo) {
    gl.bindBuffer(gl.ARRAY_BUFFER, buffers.offsets);
    gl.bufferSubData(gl.ARRAY_BUFFER, movedFrom * OFFSET_BYTES, offsets, movedFrom * 2, (movedTo - movedFrom) * 2);
    [chunk.movedFrom, chunk.movedTo] = [chunk.size, 0];
  }
  if (buffers.mask === mask) return;
  gl.bindBuffer(gl.ARRAY_BUFFER, buffers.pass);
  gl.bufferData(gl.ARRAY_BUFFER, mask, gl.DYNAMIC_DRAW, chunk.first, chunk.size);
  buffers.mask = mask;
}

/** x and y */
const OFFSET_BYTES = 8;

function upload(gl: WebGL2RenderingContext, chunk: Chunk): Buffers {
  const { floats, offsets, long } = chunk;
  const buffers = {
    array: gl.createVertexArray(),
    marks: gl.createBuffer(),
    offsets: gl.createBuffer(),
    pass: gl.createBuffer(),
    long: gl.createBuffer(),
    mask: null,
  };
  gl.bindBuffer(gl.ARRAY_BUFFER, buffers.marks);
  gl.bufferData(gl.ARRAY_BUFFER, floats, gl.STATIC_DRAW);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffers.offsets);
  gl.bufferData(gl.ARRAY_BUFFER, offsets, gl.DYNAMIC_DRAW);
  [chunk.movedFrom, chunk.movedTo] = [chunk.size, 0];
  describe(gl, buffers);
  gl.bindVertexArray(buffers.array); // it holds on to the list of rows
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, buffers.long);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, long, gl.STATIC_DRAW);
  return buffers;
}

function deleteBuffers(gl: WebGL2RenderingContext, { array, marks, offsets, pass, long }: Buffers): void {
  gl.deleteVertexArray(array);
  for (const buffer of [marks, offsets, pass, long]) gl.deleteBuffer(buffer);
}

/** Tells the vertex array where the attributes lie. */
function describe(gl: WebGL2RenderingContext, { array, marks, offsets, pass }: Omit<Buffers, 'mask'>): void {
  const stride = MARK.length * 4;
  const floats = (place: number, count: number, first: number) => {
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, count, gl.FLOAT, false, stride, first * 4);
  };
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, marks);
  floats(ATTRIBUTES.position, 4, MARK.xHigh);
  floats(ATTRIBUTES.days, 2, MARK.start);
  floats(ATTRIBUTES.radius, 1, MARK.radius);
  gl.enableVertexAttribArray(ATTRIBUTES.kind);
  gl.vertexAttribPointer(ATTRIBUTES.kind, 4, gl.UNSIGNED_BYTE, false, stride, MARK.kind * 4);
  gl.bindBuffer(gl.ARRAY_BUFFER, offsets);
  gl.enableVertexAttribArray(ATTRIBUTES.offset);
  gl.vertexAttribPointer(ATTRIBUTES.offset, 2, gl.FLOAT, false, OFFSET_BYTES, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, pass);
  gl.enableVertexAttribArray(ATTRIBUTES.pass);
  gl.vertexAttribPointer(ATTRIBUTES.pass, 1, gl.UNSIGNED_BYTE, false, 1, 0);
  gl.bindVertexArray(null);
}
