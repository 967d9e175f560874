import { linkProgram } from './drawing.ts';
import { filledBoxes } from './filled.ts';

/**
 * What MapLibre draws below and above the stage, kept as two pictures of the size of the canvas, so that what lies
 * between can be drawn anew without it. Colours are premultiplied, so that laying them over each other one by one gives
 * what drawing everything in turn gives.
 */
export interface Planes {
  /** Keeps what is drawn so far as the ground, and leaves the framebuffer empty for what comes above. */
  takeGround: () => void;
  /** Keeps what is drawn since the ground was taken as the top; gives whether it was taken. */
  takeTop: () => boolean;
  /** Whether both are taken, in the canvas's present size. */
  areWhole: () => boolean;
  putGround: () => void;
  /** Lays the top over what is drawn. Blending is on. */
  putTop: () => void;
  /** Forgets the pictures, as the map looks otherwise now. */
  drop: () => void;
}

const BOX = 0;

const BOXES = `#version 300 es
layout(location = ${BOX}) in vec4 a_box; // left, lower, right, upper edge, pixels
uniform vec2 u_size;
void main() {
  vec2 corner = mix(a_box.xy, a_box.zw, vec2(gl_VertexID & 1, gl_VertexID >> 1));
  gl_Position = vec4(corner / u_size * 2.0 - 1.0, 0.0, 1.0);
}`;

const COPY = `#version 300 es
precision highp float;
uniform sampler2D u_picture;
out vec4 fragColor;
void main() {
  fragColor = texelFetch(u_picture, ivec2(gl_FragCoord.xy), 0);
}`;

interface Picture {
  texture: WebGLTexture;
  framebuffer: WebGLFramebuffer;
}

/** Planes of the context's own framebuffer. They end with the context. */
export function createPlanes(gl: WebGL2RenderingContext): Planes {
  const program = linkProgram(gl, 'names', BOXES, COPY);
  const sizeOf = gl.getUniformLocation(program, 'u_size');
  const boxes = createBoxes(gl);
  let [ground, top]: (Picture | null)[] = [null, null];
  let [width, height] = [0, 0];
  let taken: 'nothing' | 'ground' | 'both' = 'nothing';
  /** how many times the top has been put since it was taken */
  let puts = 0;

  const fits = () => width === gl.drawingBufferWidth && height === gl.drawingBufferHeight;
  const fit = () => {
    if (ground && fits()) return;
    [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
    for (const picture of [ground, top]) if (picture) deletePicture(gl, picture);
    [ground, top] = [createPicture(gl, width, height), createPicture(gl, width, height)];
  };
  const take = (picture: Picture | null) => {
    bind(gl, picture);
    gl.copyTexSubImage2D(gl.TEXTURE_2D, 0, 0, 0, 0, 0, width, height);
  };
  const reader = createReader(gl);

  return {
    takeGround: () => {
      fit();
      take(ground);
      empty(gl);
      taken = 'ground';
    },
    takeTop: () => {
      if (taken !== 'ground') return false;
      take(top);
      taken = 'both';
      puts = 0;
      reader.drop();
      return true;
    },
    areWhole: () => taken === 'both' && fits(),
    putGround: () => {
      // Chromium empties a shown canvas with the next clear or draw, though a blit has filled it before
      empty(gl);
      gl.bindFramebuffer(gl.READ_FRAMEBUFFER, ground?.framebuffer ?? null);
      gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
      gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
    },
    putTop: () => {
      // most of it is empty; to find where takes a while and pays where it is put again and again
      if (puts === 0) boxes.set(Float32Array.of(0, 0, width, height));
      if (puts === 1 && top) reader.begin(top, width, height);
      const pixels = puts > 1 ? reader.take() : null;
      if (pixels) boxes.set(filledBoxes(pixels, width, height));
      puts++;
      gl.useProgram(program);
      gl.uniform2f(sizeOf, width, height);
      bind(gl, top);
      boxes.draw();
    },
    drop: () => (taken = 'nothing'),
  };
}

/** Reads a picture back while the page goes on: to wait for it would be to wait for all that is still being drawn. */
interface Reader {
  begin: (picture: Picture, width: number, height: number) => void;
  /** The pixels, once; `null` while they are not there yet. */
  take: () => Uint32Array | null;
  /** Gives up what was begun. */
  drop: () => void;
}

function createReader(gl: WebGL2RenderingContext): Reader {
  const buffer = gl.createBuffer();
  let fence: WebGLSync | null = null;
  let size = 0;
  const drop = () => {
    gl.deleteSync(fence);
    fence = null;
  };
  return {
    begin: ({ framebuffer }, width, height) => {
      size = width * height;
      gl.bindFramebuffer(gl.READ_FRAMEBUFFER, framebuffer);
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
      gl.bufferData(gl.PIXEL_PACK_BUFFER, size * 4, gl.STREAM_READ);
      gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, 0);
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
      gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
      fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    },
    take: () => {
      if (!fence || gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) return null;
      drop();
      const pixels = new Uint32Array(size);
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
      gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, pixels);
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
      return pixels;
    },
    drop,
  };
}

/** Boxes to be drawn, four figures each. */
function createBoxes(gl: WebGL2RenderingContext): { set: (boxes: Float32Array) => void; draw: () => void } {
  const [array, buffer] = [gl.createVertexArray(), gl.createBuffer()];
  let count = 0;
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.enableVertexAttribArray(BOX);
  gl.vertexAttribPointer(BOX, 4, gl.FLOAT, false, 0, 0);
  gl.vertexAttribDivisor(BOX, 1);
  gl.bindVertexArray(null);
  return {
    set: (boxes) => {
      count = boxes.length / 4;
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.bufferData(gl.ARRAY_BUFFER, boxes, gl.DYNAMIC_DRAW);
    },
    draw: () => {
      if (count === 0) return;
      gl.bindVertexArray(array);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
      gl.bindVertexArray(null);
    },
  };
}

function bind(gl: WebGL2RenderingContext, picture: Picture | null): void {
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, picture?.texture ?? null);
}

function empty(gl: WebGL2RenderingContext): void {
  gl.clearColor(0, 0, 0, 0);
  gl.clear(gl.COLOR_BUFFER_BIT);
}

function createPicture(gl: WebGL2RenderingContext, width: number, height: number): Picture {
  const picture = { texture: gl.createTexture(), framebuffer: gl.createFramebuffer() };
  bind(gl, picture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
  gl.bindFramebuffer(gl.READ_FRAMEBUFFER, picture.framebuffer);
  gl.framebufferTexture2D(gl.READ_FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, picture.texture, 0);
  gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
  return picture;
}

function deletePicture(gl: WebGL2RenderingContext, { texture, framebuffer }: Picture): void {
  gl.deleteTexture(texture);
  gl.deleteFramebuffer(framebuffer);
}
