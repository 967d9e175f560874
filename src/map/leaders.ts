import { drawScale, leastRadius, MARK, spreadScale, type Marks } from '../scene/marks.ts';
import { rgbOf, type Palette } from '../scene/palette.ts';
import type { Seats } from '../scene/seats.ts';
import { createPrograms, type CameraState, type Drawing, type Surface } from './drawing.ts';
import { createFade } from './fade.ts';
import { createQuads } from './quads.ts';

/** Floats of a leader: 4 of its place, 2 each of where it begins and ends, the radii of the mark there and of its own. */
const LENGTH = 10;
const ATTRIBUTES = { place: 0, ends: 1, radii: 2 } as const;
/** Among more nobody could follow one. */
const MOST_LEADERS = 4096;

const VERTEX_SHADER = `
layout(location = ${ATTRIBUTES.place}) in vec4 a_place; // x, y: high parts; then low parts
layout(location = ${ATTRIBUTES.ends}) in vec4 a_ends; // from and to, pixels right and down
layout(location = ${ATTRIBUTES.radii}) in vec2 a_radii; // pixels, of the mark at the place (0 for none) and its own

uniform float u_scale;
uniform float u_least;
uniform float u_spread;

const float HALF = 2.0; // of its width with casing

out float v_across; // CSS pixels from its middle

void main() {
  vec2 from = a_ends.xy * u_spread;
  vec2 way = a_ends.zw * u_spread - from;
  float moved = length(way);
  vec2 radii = max(a_radii * u_scale, u_least) * sign(a_radii);
  // the mark covers its place, or there is no room between the two
  if (moved <= radii.y || moved - radii.x - radii.y < 0.5) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  float along = mix(radii.x, moved - radii.y, float(gl_VertexID >> 1));
  vec2 side = vec2(-way.y, way.x) / moved;
  v_across = HALF * (float(gl_VertexID & 1) * 2.0 - 1.0);
  gl_Position = shifted(project(a_place), from + way / moved * along + side * v_across);
}`;

const FRAGMENT_SHADER = `#version 300 es
precision highp float;
uniform float u_pixel_ratio;
uniform float u_opacity;
uniform vec3 u_color;
uniform vec3 u_casing;

in float v_across;
out vec4 fragColor;

void main() {
  float away = abs(v_across) * u_pixel_ratio;
  float line = clamp(0.5 * u_pixel_ratio - away + 0.5, 0.0, 1.0);
  float casing = clamp(1.5 * u_pixel_ratio - away + 0.5, 0.0, 1.0) * 0.7;
  fragColor = (vec4(u_color, 1.0) * line + vec4(u_casing, 1.0) * casing * (1.0 - line)) * u_opacity;
}`;

/** Draws the lines from places to the marks that were moved from them by more than their radius. */
export class LeadersDrawing implements Drawing {
  readonly #programs = createPrograms('leaders', VERTEX_SHADER, FRAGMENT_SHADER);
  readonly #surface: Surface;
  readonly #fade = createFade(true);
  #palette: Palette;
  #marks: Marks | null = null;
  readonly #quads = createQuads([
    [ATTRIBUTES.place, 4],
    [ATTRIBUTES.ends, 4],
    [ATTRIBUTES.radii, 2],
  ]);

  constructor(palette: Palette, surface: Surface) {
    this.#palette = palette;
    this.#surface = surface;
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#surface.redraw();
  }

  setShown(isShown: boolean): void {
    this.#fade.show(isShown, this.#surface.isSlow());
    this.#surface.redraw();
  }

  /** Takes new marks; none is moved before its seat is told. */
  setMarks(marks: Marks): void {
    this.#marks = marks;
    this.#put(new Float32Array(0));
  }

  /** Takes where the marks are seated. */
  setLeaders(seats: Seats): void {
    const { floats } = this.#marks ?? { floats: new Float32Array(0) };
    const leaders = seats.moved(MOST_LEADERS) ?? [];
    const data = new Float32Array(leaders.length * LENGTH);
    leaders.forEach(({ row, innerRadius, fromX, fromY, toX, toY }, i) => {
      const at = row * MARK.length;
      const place = [MARK.xHigh, MARK.yHigh, MARK.xLow, MARK.yLow].map((part) => floats[at + part]);
      data.set([...place, fromX, fromY, toX, toY, innerRadius, floats[at + MARK.radius]], i * LENGTH);
    });
    this.#put(data);
  }

  forget(): void {
    this.#programs.forget();
    this.#quads.forget();
  }

  draw(gl: WebGL2RenderingContext, camera: CameraState): void {
    const opacity = this.#fade.now();
    if (this.#fade.isMoving()) this.#surface.redraw();
    if (this.#quads.areNone() || opacity === 0) return;
    const uniform = this.#programs.use(gl, camera);
    gl.uniform1f(uniform('u_scale'), drawScale(camera.zoom));
    gl.uniform1f(uniform('u_least'), leastRadius(camera.zoom));
    gl.uniform1f(uniform('u_spread'), spreadScale(camera.zoom));
    gl.uniform1f(uniform('u_opacity'), opacity);
    gl.uniform3fv(uniform('u_color'), rgbOf(this.#palette.muted));
    gl.uniform3fv(uniform('u_casing'), rgbOf(this.#palette.land));
    this.#quads.draw(gl);
  }

  #put(data: Float32Array): void {
    this.#quads.put(data);
    this.#surface.redraw();
  }
}
