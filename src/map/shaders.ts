import { MOST_GROUPS } from '../../geo/model/groupings.ts';
import { SHAPES } from '../scene/group-shapes.ts';

/** Places of the attributes. */
export const ATTRIBUTES = { position: 0, days: 1, radius: 2, kind: 3, pass: 4, offset: 5 } as const;

/** The vertex shader, without what createPrograms puts before it. */
export const VERTEX_SHADER = `
layout(location = ${ATTRIBUTES.position}) in vec4 a_position; // x, y: high parts; then low parts
layout(location = ${ATTRIBUTES.days}) in vec2 a_days;
layout(location = ${ATTRIBUTES.radius}) in float a_radius; // pixels
layout(location = ${ATTRIBUTES.kind}) in vec4 a_kind; // group by type, form, flags, group by side
layout(location = ${ATTRIBUTES.pass}) in float a_pass;
layout(location = ${ATTRIBUTES.offset}) in vec2 a_offset; // right and down, pixels

uniform vec2 u_window;
uniform int u_groups; // bits
uniform float u_scale;
uniform float u_least; // radius, pixels
uniform float u_spread;
uniform float u_opacity; // of all that is drawn
uniform float u_ring; // 0: marks; otherwise a ring so many pixels outside the mark
uniform bool u_by_side;
uniform vec3 u_colors[${MOST_GROUPS}];
uniform int u_shapes[${MOST_GROUPS}]; // indexes in SHAPES
uniform vec3 u_ring_color;

flat out vec3 v_color;
flat out float v_radius;
flat out float v_rim; // the width of the edge
flat out float v_size;
flat out float v_fade;
flat out float v_opacity; // of the colour: great marks let through what lies below them
flat out int v_form;
flat out int v_flags;
flat out int v_shape; // index in SHAPES

// how far the outline of each shape reaches, in radii
const float REACH[${SHAPES.length}] = float[${SHAPES.length}](1.0, 1.26, 1.56, 1.26, 1.15, 1.56);

void main() {
  bool isOfGroup = (u_groups >> int(a_kind.x) & 1) == 1;
  bool seen = a_pass > 0.5 && isOfGroup && a_days.x <= u_window.y && a_days.y >= u_window.x;
  if (u_ring == 0.0 && !seen) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 0.0;
    return;
  }
  gl_Position = shifted(project(a_position), a_offset * u_spread);

  float age = clamp((u_window.y - a_days.y) / max(u_window.y - u_window.x, 1.0), 0.0, 1.0);
  v_fade = u_ring > 0.0 ? 1.0 : mix(1.0, 0.5, age) * u_opacity;
  v_opacity = mix(1.0, 0.8, smoothstep(7.0, 20.0, a_radius * u_scale));
  v_radius = (max(a_radius * u_scale, u_least) + u_ring) * u_pixel_ratio;
  // small marks have a thin edge: most of what is drawn of them would be edge otherwise
  v_rim = clamp(0.3 * v_radius, 0.5 * u_pixel_ratio, u_pixel_ratio);
  int group = int(u_by_side ? a_kind.w : a_kind.x);
  v_shape = u_ring > 0.0 ? 0 : u_shapes[group];
  v_size = 2.0 * (v_radius * REACH[v_shape] + (u_ring > 0.0 ? 2.0 * u_pixel_ratio : v_rim)) + 1.0;
  v_color = u_ring > 0.0 ? u_ring_color : u_colors[group];
  v_form = int(a_kind.y);
  v_flags = int(a_kind.z);
  gl_PointSize = v_size;
}`;

export const FRAGMENT_SHADER = `#version 300 es
precision highp float;
uniform float u_pixel_ratio;
uniform float u_ring;
uniform vec3 u_edge_color;

flat in vec3 v_color;
flat in float v_radius;
flat in float v_rim;
flat in float v_size;
flat in float v_fade;
flat in float v_opacity;
flat in int v_form;
flat in int v_flags;
flat in int v_shape;
out vec4 fragColor;

const float PI = 3.141592653589793;

// how much of a pixel at distance d lies inside a circle of radius r
float inside(float d, float r) {
  return clamp(r - d + 0.5, 0.0, 1.0);
}

// how far a pixel lies out, on the scale on which each shape's outline is at the radius of the circle of its area
float distanceOut(vec2 p) {
  if (v_shape == ${SHAPES.indexOf('diamond')}) return (abs(p.x) + abs(p.y)) * 0.798;
  if (v_shape == ${SHAPES.indexOf('triangle')}) return max(p.y, abs(p.x) * 0.866 - p.y * 0.5) * 1.286;
  if (v_shape == ${SHAPES.indexOf('wedge')}) return max(-p.y, abs(p.x) * 0.866 + p.y * 0.5) * 1.286;
  if (v_shape == ${SHAPES.indexOf('square')}) return max(abs(p.x), abs(p.y)) * 1.128;
  if (v_shape == ${SHAPES.indexOf('cross')}) {
    vec2 arm = vec2(max(abs(p.x), abs(p.y)) - v_radius * 1.108, min(abs(p.x), abs(p.y)) - v_radius * 0.443);
    return v_radius + max(arm.x, arm.y);
  }
  return length(p);
}

vec4 over(vec4 top, vec4 below) {
  return top + below * (1.0 - top.a);
}

void main() {
  vec2 p = (gl_PointCoord - 0.5) * v_size;
  float d = distanceOut(p);
  if (u_ring > 0.0) {
    float line = inside(d, v_radius + u_pixel_ratio) * (1.0 - inside(d, v_radius - u_pixel_ratio));
    float casing = inside(d, v_radius + 2.0 * u_pixel_ratio) * (1.0 - inside(d, v_radius - 2.0 * u_pixel_ratio));
    fragColor = over(vec4(v_color, 1.0) * line, vec4(u_edge_color, 1.0) * casing * 0.9);
    if (fragColor.a == 0.0) discard;
    return;
  }
  float outer = inside(d, v_radius + v_rim);
  if (outer == 0.0) discard;
  float fill = inside(d, v_radius);
  if (v_form == 0 && v_flags == 0) {
    // most marks: the colour over the rim, with as little arithmetic as can be
    float alpha = fill * v_opacity;
    float rim = 0.9 * outer * (1.0 - inside(d, v_radius - v_rim)) * (1.0 - alpha);
    fragColor = vec4(v_color * alpha + u_edge_color * rim, alpha + rim) * v_fade;
    return;
  }
  vec4 edge = vec4(u_edge_color, 1.0) * 0.9 * outer;
  bool unknownDeaths = (v_flags & 1) != 0;
  bool vagueDate = (v_flags & 2) != 0;
  vec4 color;
  if (v_form == 0) {
    if (vagueDate) fill *= 1.0 - smoothstep(v_radius * 0.35, v_radius, d);
    color = vec4(v_color, 1.0) * fill;
    if (unknownDeaths) color = over(vec4(u_edge_color, 1.0) * inside(d, v_radius * 0.45), color);
  } else {
    float stroke = max(1.7 * u_pixel_ratio, v_radius * 0.2);
    float hole = inside(d, v_radius - stroke);
    float line = vagueDate ? 1.0 - smoothstep(0.0, stroke, abs(d - v_radius + stroke * 0.5)) : fill * (1.0 - hole);
    if (v_form == 2) {
      float dashes = max(5.0, floor(v_radius / u_pixel_ratio));
      float turn = abs(fract(atan(p.y, p.x) / (2.0 * PI) * dashes) - 0.5);
      float width = dashes / (2.0 * PI * max(d, 1.0));
      line *= smoothstep(0.2 - width, 0.2 + width, turn);
      edge *= 0.7;
    }
    if (unknownDeaths) edge *= 1.0 - inside(d, v_radius - stroke - u_pixel_ratio);
    else line += hole * 0.22 * (1.0 - line);
    color = vec4(v_color, 1.0) * line;
  }
  fragColor = over(color, edge) * v_fade;
}`;
