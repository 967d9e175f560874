import type { CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { mercatorX, mercatorY, splitFloat } from '../scene/mercator.ts';

/** Something drawn between the map's ground and its names, in its own way. */
export interface Drawing {
  /**
   * Draws over what the framebuffer holds, in premultiplied colours. Blending is on, depth and stencil are off; no
   * vertex array is bound before, nor may one be left bound.
   */
  draw: (gl: WebGL2RenderingContext, camera: CameraState) => void;
  /** The context is gone, and all that was made on it; the next `draw` comes with another. */
  forget: () => void;
}

/** What a drawing is made on. */
export interface Surface {
  /** Has it drawn again with the next frame, for what changed. */
  readonly redraw: () => void;
  /** Whether pictures take so long that nothing should move that need not. */
  readonly isSlow: () => boolean;
}

/** How the map looked at the world when it was last drawn: what all drawings' shaders are told. */
export interface CameraState {
  zoom: number;
  /** MapLibre's code for the projection, flat or globe, and the name of that form */
  shader: CustomRenderMethodInput['shaderData'];
  /** CSS pixels */
  width: number;
  height: number;
  /** device pixels to a CSS pixel */
  pixelRatio: number;
  /** x, y of the centre, Web Mercator: high parts, then low parts, see splitFloat */
  centre: readonly [number, number, number, number];
  /** MapLibre's uniforms, moved to the centre */
  matrix: Float32Array;
  fallbackMatrix: Float32Array;
  tileMercatorCoords: readonly [number, number, number, number];
  clippingPlane: readonly [number, number, number, number];
  transition: number;
}

/** The camera's matrices, moved to its centre in double precision before they become floats. */
export function cameraState(
  map: MapLibreMap,
  { shaderData, defaultProjectionData }: CustomRenderMethodInput,
): CameraState {
  const { lng, lat } = map.getCenter();
  const [xHigh, xLow] = splitFloat(mercatorX(lng));
  const [yHigh, yLow] = splitFloat(mercatorY(lat));
  const [x, y] = [xHigh + xLow, yHigh + yLow];
  const { mainMatrix, fallbackMatrix, tileMercatorCoords, clippingPlane, projectionTransition } = defaultProjectionData;
  const [sx, sy, sw, sh] = tileMercatorCoords;
  const [a, b, c, d] = clippingPlane;
  const canvas = map.getCanvas();
  const pixelRatio = map.getPixelRatio();
  return {
    zoom: map.getZoom(),
    shader: shaderData,
    width: canvas.width / pixelRatio,
    height: canvas.height / pixelRatio,
    pixelRatio,
    centre: [xHigh, yHigh, xLow, yLow],
    // the globe's matrix works on the unit sphere, so there the centre goes in where the sphere is made
    matrix: isFlat({ shader: shaderData }) ? moved(mainMatrix, x, y) : Float32Array.from(mainMatrix),
    fallbackMatrix: moved(fallbackMatrix, x, y),
    tileMercatorCoords: [sx + x * sw, sy + y * sh, sw, sh],
    clippingPlane: [a, b, c, d],
    transition: projectionTransition,
  };
}

/** Whether the map is flat; otherwise the globe, or on the way to it. */
export function isFlat({ shader }: Pick<CameraState, 'shader'>): boolean {
  return shader.variantName === 'mercator';
}

/** The matrix (column by column) applied after a move by x and y, computed in double precision. */
function moved(m: ArrayLike<number>, x: number, y: number): Float32Array {
  const result = Float32Array.from(m);
  for (let row = 0; row < 4; row++) result[12 + row] = m[row] * x + m[4 + row] * y + m[12 + row];
  return result;
}

/** What every vertex shader of a drawing begins with, below MapLibre's prelude with its `projectTile`. */
const CAMERA = `
uniform vec4 u_centre; // x, y: high parts; then low parts
uniform vec2 u_viewport; // CSS pixels
uniform float u_pixel_ratio;

// a place in Web Mercator, as u_centre, in clip space: small differences keep their precision at any zoom
vec4 project(vec4 place) {
  return projectTile((place.xy - u_centre.xy) + (place.zw - u_centre.zw));
}

// moves a clip position by CSS pixels to the right and down
vec4 shifted(vec4 position, vec2 pixels) {
  vec2 offset = pixels * 2.0 / u_viewport * position.w;
  return vec4(position.x + offset.x, position.y - offset.y, position.zw);
}
`;

/** The shaders of a drawing, linked anew for each form of the projection. */
export interface Programs {
  /** Makes the program current, with the camera told; gives the places of its other uniforms. */
  use: (gl: WebGL2RenderingContext, camera: CameraState) => UniformOf;
  forget: () => void;
}

/** The place of a program's uniform; null for one that it does not use. */
export type UniformOf = (name: string) => WebGLUniformLocation | null;

/**
 * Programs of one drawing; `name` is for error messages. The vertex shader begins after the version and may use
 * `project`, `shifted`, `u_viewport` and `u_pixel_ratio`. The fragment shader is whole; it too is told `u_pixel_ratio`.
 */
export function createPrograms(name: string, vertex: string, fragment: string): Programs {
  const linked = new Map<string, { program: WebGLProgram; uniform: UniformOf }>();
  const programFor = (
    gl: WebGL2RenderingContext,
    { variantName, vertexShaderPrelude, define }: CameraState['shader'],
  ) => {
    const known = linked.get(variantName);
    if (known) return known;
    const whole = `#version 300 es\n${vertexShaderPrelude}\n${define}\n${CAMERA}\n${vertex}`;
    const program = linkProgram(gl, name, whole, fragment);
    const made = { program, uniform: uniformsOf(gl, program) };
    linked.set(variantName, made);
    return made;
  };
  return {
    use: (gl, camera) => {
      const { program, uniform } = programFor(gl, camera.shader);
      gl.useProgram(program);
      tellCamera(gl, uniform, camera);
      return uniform;
    },
    forget: () => linked.clear(),
  };
}

function tellCamera(gl: WebGL2RenderingContext, uniform: UniformOf, camera: CameraState): void {
  gl.uniformMatrix4fv(uniform('u_projection_matrix'), false, camera.matrix);
  gl.uniformMatrix4fv(uniform('u_projection_fallback_matrix'), false, camera.fallbackMatrix);
  gl.uniform4f(uniform('u_projection_tile_mercator_coords'), ...camera.tileMercatorCoords);
  gl.uniform4f(uniform('u_projection_clipping_plane'), ...camera.clippingPlane);
  gl.uniform1f(uniform('u_projection_transition'), camera.transition);
  gl.uniform4f(uniform('u_centre'), ...camera.centre);
  gl.uniform2f(uniform('u_viewport'), camera.width, camera.height);
  gl.uniform1f(uniform('u_pixel_ratio'), camera.pixelRatio);
}

/** The places of a program's uniforms, each asked for once. */
function uniformsOf(gl: WebGL2RenderingContext, program: WebGLProgram): UniformOf {
  const locations = new Map<string, WebGLUniformLocation | null>();
  return (name) => {
    if (!locations.has(name)) locations.set(name, gl.getUniformLocation(program, name));
    return locations.get(name) ?? null;
  };
}

/** Compiles and links; throws with the driver's words. On a lost context it gives a program that draws nothing. */
export function linkProgram(gl: WebGL2RenderingContext, name: string, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  const shaders = [compile(gl, name, gl.VERTEX_SHADER, vertex), compile(gl, name, gl.FRAGMENT_SHADER, fragment)];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  for (const shader of shaders) gl.deleteShader(shader);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`The shaders of the ${name} do not link: ${gl.getProgramInfoLog(program) ?? ''}`);
  }
  return program;
}

function compile(gl: WebGL2RenderingContext, name: string, kind: number, source: string): WebGLShader {
  const shader = gl.createShader(kind);
  if (!shader) throw new Error('The browser gives no shader.');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
    throw new Error(`A shader of the ${name} does not compile: ${gl.getShaderInfoLog(shader) ?? ''}`);
  }
  return shader;
}
