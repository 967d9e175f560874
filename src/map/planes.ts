import { linkProgram } from './drawing.ts';

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
  putTop: () => void;
  /** Forgets the pictures, as the map looks otherwise now. */
  drop: () => void;
}

const WHOLE_SCREEN = `#version 300 es
void main() {
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}`;

const COPY = `#version 300 es
precision highp float;
uniform sampler2D u_picture;
out vec4 fragColor;
void main() {
  fragColor = texelFetch(u_picture, ivec2(gl_FragCoord.xy), 0);
}`;

/** Planes of the context's own framebuffer. They end with the context. */
export function createPlanes(gl: WebGL2RenderingContext): Planes {
  const program = linkProgram(gl, 'names', WHOLE_SCREEN, COPY);
  const framebuffer = gl.createFramebuffer();
  let ground: WebGLTexture | null = null;
  let top: WebGLTexture | null = null;
  let [width, height] = [0, 0];
  let taken: 'nothing' | 'ground' | 'both' = 'nothing';

  const fits = () => width === gl.drawingBufferWidth && height === gl.drawingBufferHeight;
  const fit = () => {
    if (ground && fits()) return;
    [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
    gl.deleteTexture(ground);
    gl.deleteTexture(top);
    [ground, top] = [createPicture(gl, width, height), createPicture(gl, width, height)];
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.READ_FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, ground, 0);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
  };
  const take = (picture: WebGLTexture | null) => {
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, picture);
    gl.copyTexSubImage2D(gl.TEXTURE_2D, 0, 0, 0, 0, 0, width, height);
  };

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
      return true;
    },
    areWhole: () => taken === 'both' && fits(),
    putGround: () => {
      // Chromium empties a shown canvas with the next clear or draw, though a blit has filled it before
      empty(gl);
      gl.bindFramebuffer(gl.READ_FRAMEBUFFER, framebuffer);
      gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
      gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
    },
    putTop: () => {
      gl.useProgram(program);
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, top);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
    },
    drop: () => (taken = 'nothing'),
  };
}

function empty(gl: WebGL2RenderingContext): void {
  gl.clearColor(0, 0, 0, 0);
  gl.clear(gl.COLOR_BUFFER_BIT);
}

function createPicture(gl: WebGL2RenderingContext, width: number, height: number): WebGLTexture {
  const picture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, picture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
  return picture;
}
