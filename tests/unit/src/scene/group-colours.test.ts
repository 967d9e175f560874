import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GROUPINGS, MOST_GROUPS, type Grouping } from '../../../../geo/model/groupings.ts';
import { GROUP_SHAPES, shapeCodes, SHAPES } from '../../../../src/scene/group-shapes.ts';
import { rgbOf } from '../../../../src/scene/palette.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** How linear red, green and blue are seen: Machado, Oliveira and Fernandes 2009, table 1, severity 1. */
const SIGHTS: Readonly<Record<string, Matrix>> = {
  'full sight': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (matrix: Matrix, [a, b, c]: Triple) =>
  matrix.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Triple;
const linear = (color: string) =>
  rgbOf(color).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Triple;

/** Ottosson 2020. */
function oklab(rgb: Triple): Triple {
  const within = rgb.map((part) => Math.min(1, Math.max(0, part))) as unknown as Triple;
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    within,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms.map(Math.cbrt) as unknown as Triple,
  );
}

function contrast(a: string, b: string): number {
  const [lighter, darker] = [a, b]
    .map(
      (color) =>
        times(
          [
            [0.2126, 0.7152, 0.0722],
            [0, 0, 0],
            [0, 0, 0],
          ],
          linear(color),
        )[0],
    )
    .sort((p, q) => q - p);
  return (lighter + 0.05) / (darker + 0.05);
}

const css = readFileSync('src/app.css', 'utf8');
const darkFrom = css.indexOf("[data-theme='dark']");
const THEMES = { light: css.slice(0, darkFrom), dark: css.slice(darkFrom) };
/** A colour, or that of which it is another name; the dark theme has the names of the light one. */
function colorIn(theme: string, name: string): string {
  const of = (css: string) => new RegExp(`--${name}: (#[0-9a-f]{6}|var\\(--(.+)\\));`).exec(css);
  const [, value = '', other] = of(theme) ?? of(THEMES.light) ?? [];
  return other === undefined ? value : colorIn(theme, other);
}
const KEYS = Object.keys(GROUPINGS) as Grouping[];

describe.each(Object.entries(THEMES).flatMap(([name, theme]) => KEYS.map((grouping) => ({ name, theme, grouping }))))(
  '$name: the colours of groups by $grouping',
  ({ theme, grouping }) => {
    const groups = GROUPINGS[grouping];
    const colors = groups.map((group) => colorIn(theme, `group-${group}`));
    const pairs = groups.flatMap((_, i) => groups.slice(i + 1).map((_, k) => [i, i + 1 + k] as const));

    test.each(Object.keys(SIGHTS))('with %s any two differ by 10 at least', (sight) => {
      const seen = colors.map((color) => oklab(times(SIGHTS[sight], linear(color))));
      for (const [a, b] of pairs) {
        const [p, q] = [seen[a], seen[b]];
        const away = 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
        expect(away, `${groups[a]} and ${groups[b]}`).toBeGreaterThanOrEqual(10);
      }
    });

    test('each stands out from what it is drawn on', () => {
      for (const ground of ['paper', 'land', 'neighbours'])
        for (const color of colors)
          expect(contrast(color, colorIn(theme, ground)), `${color} on ${ground}`).toBeGreaterThanOrEqual(3);
    });
  },
);

test.each(KEYS)('each group by %s has a shape of its own', (grouping) => {
  const groups = GROUPINGS[grouping];
  const shapes = groups.map((group) => GROUP_SHAPES[group]);
  expect(new Set(shapes).size).toBe(groups.length);
  const codes = shapeCodes(grouping);
  expect(codes).toHaveLength(MOST_GROUPS);
  expect(codes.slice(0, groups.length).map((code) => SHAPES[code])).toEqual(shapes);
});

describe.each(Object.entries(THEMES))('%s: hot and cold', (_name, theme) => {
  const away = (sight: string, a: string, b: string) => {
    const [p, q] = [a, b].map((name) => oklab(times(SIGHTS[sight], linear(colorIn(theme, name)))));
    return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
  };

  test.each(Object.keys(SIGHTS))('with %s differ by 10 at least from one another and from the land', (sight) => {
    for (const [a, b] of [
      ['hot', 'cold'],
      ['hot', 'land'],
      ['cold', 'land'],
    ])
      expect(away(sight, a, b), `${a} and ${b}`).toBeGreaterThanOrEqual(10);
  });

  test('are none of the other colours of areas', () => {
    const others = [0, 1, 2, 3, 4].map((i) => `choropleth-${i}`).concat([1, 2, 3, 4, 5].map((i) => `density-${i}`));
    for (const heat of ['hot', 'cold'])
      for (const other of others)
        expect(away('full sight', heat, other), `${heat} and ${other}`).toBeGreaterThanOrEqual(6);
  });
});
