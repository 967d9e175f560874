import { MOST_GROUPS } from '../../geo/model/groupings.ts';

/** Places of the attributes. */
export const AREA_ATTRIBUTES = { place: 0, aside: 1, figures: 2, shares: 3, lastShares: 4 } as const;
/** Where the part of each group but the last ends: four in one attribute, the rest in another. */
export const SHARES = MOST_GROUPS - 1;
/** The widths of a digit in the image of them, and its height, pixels. */
export const DIGIT = { width: 27, height: 48 } as const;

/** The vertex shader, without what createPrograms puts before it. */
export const AREA_VERTEX_SHADER = `
layout(location = ${AREA_ATTRIBUTES.place}) in vec4 a_place; // x, y: high parts; then low parts
layout(location = ${AREA_ATTRIBUTES.aside}) in vec2 a_aside; // pixels right and down
layout(location = ${AREA_ATTRIBUTES.figures}) in vec4 a_figures; // number of the area, radius, incidents, form
layout(location = ${AREA_ATTRIBUTES.shares}) in vec4 a_shares; // where the part of each group but the last ends, 0 to 1
layout(location = ${AREA_ATTRIBUTES.lastShares}) in float a_last_share;

uniform float u_scale;
uniform float u_spread;
uniform float u_selected; // numbers of areas, -1 for none
uniform float u_hovered;

out vec2 v_place; // from the middle, CSS pixels
flat out float v_radius; // CSS pixels
flat out float v_ring; // a ring so many pixels around it, 0 for none
flat out int v_incidents;
flat out int v_form;
flat out vec4 v_shares;
flat out float v_last_share;

void main() {
  v_radius = a_figures.y * u_scale;
  v_ring = a_figures.x == u_selected ? 4.0 : a_figures.x == u_hovered ? 2.0 : 0.0;
  v_incidents = int(a_figures.z);
  v_form = int(a_figures.w);
  v_shares = a_shares;
  v_last_share = a_last_share;
  v_place = (v_radius + v_ring + 3.0) * (vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0);
  gl_Position = shifted(project(a_place), a_aside * u_spread + v_place);
}`;

export const AREA_FRAGMENT_SHADER = `#version 300 es
precision highp float;
uniform float u_pixel_ratio;
uniform float u_opacity;
uniform vec3 u_colors[${MOST_GROUPS}];
uniform vec3 u_land;
uniform vec3 u_ink;
uniform sampler2D u_digits;

in vec2 v_place;
flat in float v_radius;
flat in float v_ring;
flat in int v_incidents;
flat in int v_form;
flat in vec4 v_shares;
flat in float v_last_share;
out vec4 fragColor;

const float PI = 3.141592653589793;
const float DIGIT_WIDTH = ${(DIGIT.width / DIGIT.height).toFixed(4)}; // in heights
const float MOST_HEIGHT = 15.0; // of a digit, CSS pixels
const float LEAST_HEIGHT = 10.5;

// how much of this pixel lies inside a circle
float inside(float radius) {
  return clamp((radius - length(v_place)) * u_pixel_ratio + 0.5, 0.0, 1.0);
}

vec4 over(vec4 top, vec4 below) {
  return top + below * (1.0 - top.a);
}

// how much of this pixel the number covers; one alone needs none
float number(float room) {
  if (v_incidents == 1) return 0.0;
  int count = v_incidents < 10 ? 1 : v_incidents < 100 ? 2 : v_incidents < 1000 ? 3 : v_incidents < 10000 ? 4 : 5;
  // the widest that fits into the circle, which is narrower above and below the middle
  float height = min(MOST_HEIGHT, 1.9 * room / length(vec2(DIGIT_WIDTH * float(count), 0.62)));
  if (height < LEAST_HEIGHT) return 0.0;
  vec2 at = v_place / height + vec2(DIGIT_WIDTH * float(count), 1.0) * 0.5;
  int place = int(floor(at.x / DIGIT_WIDTH));
  if (place < 0 || place >= count || at.y < 0.0 || at.y > 1.0) return 0.0;
  int digits = v_incidents;
  for (int i = place + 1; i < count; i++) digits /= 10;
  float column = (float(digits % 10) + clamp(fract(at.x / DIGIT_WIDTH), 0.02, 0.98)) / 10.0;
  return textureLod(u_digits, vec2(column, at.y), 0.0).a;
}

void main() {
  float d = length(v_place);
  float stroke = max(2.2, v_radius * 0.26);
  vec4 color = vec4(u_land, 1.0) * inside(v_radius + 1.0) * 0.92;

  // clockwise from above
  float turn = fract(atan(v_place.x, -v_place.y) / (2.0 * PI) + 1.0);
  float ends[6] = float[6](v_shares.x, v_shares.y, v_shares.z, v_shares.w, v_last_share, 1.0);
  int group = 0;
  while (group < 5 && turn >= ends[group]) group++;
  float begins = group == 0 ? 0.0 : ends[group - 1];
  float wide = ends[group] - begins;
  float gap = wide >= 0.999 ? 1.0 : clamp(min(turn - begins, ends[group] - turn) * 2.0 * PI * d - 0.3, 0.0, 1.0);
  if (v_form == 2) {
    float dashes = max(6.0, floor(v_radius * 0.9));
    float width = dashes / (2.0 * PI * max(d, 1.0)) / u_pixel_ratio;
    gap *= smoothstep(0.2 - width, 0.2 + width, abs(fract(turn * dashes) - 0.5));
  }
  float band = inside(v_radius) * (1.0 - inside(v_radius - stroke)) * gap;
  color = over(vec4(u_colors[group], 1.0) * band, color);
  color = over(vec4(u_ink, 1.0) * number(v_radius - stroke), color);
  if (v_ring > 0.0) {
    float outer = v_radius + v_ring;
    color = over(vec4(u_land, 1.0) * inside(outer + 2.0) * (1.0 - inside(outer - 2.0)) * 0.9, color);
    color = over(vec4(u_ink, 1.0) * inside(outer + 1.0) * (1.0 - inside(outer - 1.0)), color);
  }
  if (color.a == 0.0) discard;
  fragColor = color * (v_ring > 0.0 ? 1.0 : u_opacity);
}`;
