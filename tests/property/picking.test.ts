import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Marks } from '../../src/map/marks.ts';
import { createPicker } from '../../src/map/picking.ts';
import { MOST_REACH, spiralOffsets } from '../../src/map/spiral.ts';

const WORLD = 4000;

interface Mark {
  x: number;
  y: number;
  radius: number;
  offsetX: number;
  offsetY: number;
  drawn: boolean;
}

const mark = fc.record<Mark>({
  // few places, so that marks share them
  x: fc.integer({ min: 0, max: 12 }).map((i) => 0.4 + i / 100),
  y: fc.integer({ min: 0, max: 12 }).map((i) => 0.4 + i / 100),
  radius: fc.double({ min: 3, max: 30, noNaN: true }),
  offsetX: fc.double({ min: -60, max: 60, noNaN: true }),
  offsetY: fc.double({ min: -60, max: 60, noNaN: true }),
  drawn: fc.boolean(),
});

function marksFrom(list: Mark[]): Marks {
  const floats = (key: 'radius' | 'offsetX' | 'offsetY') => Float32Array.from(list, (one) => one[key]);
  return {
    size: list.length,
    x: Float64Array.from(list, ({ x }) => x),
    y: Float64Array.from(list, ({ y }) => y),
    radius: floats('radius'),
    offsetX: floats('offsetX'),
    offsetY: floats('offsetY'),
    form: new Uint8Array(list.length),
    flags: new Uint8Array(list.length),
  };
}

test('picking finds what looking at every mark finds', () => {
  fc.assert(
    fc.property(
      fc.array(mark, { maxLength: 60 }),
      fc.record({
        x: fc.double({ min: 1500, max: 2200, noNaN: true }),
        y: fc.double({ min: 1500, max: 2200, noNaN: true }),
        slop: fc.constantFrom(0, 4, 14),
        scale: fc.double({ min: 0.5, max: 1.4, noNaN: true }),
        spread: fc.double({ min: 0.2, max: 1.4, noNaN: true }),
      }),
      (list, where) => {
        const marks = marksFrom(list);
        const picked = createPicker(marks)({
          ...where,
          isDrawn: (row) => list[row].drawn,
          project: (x, y) => ({ x: x * WORLD, y: y * WORLD }),
          boxAround: (pixels) => [
            (where.x - pixels) / WORLD,
            (where.y - pixels) / WORLD,
            (where.x + pixels) / WORLD,
            (where.y + pixels) / WORLD,
          ],
        });
        const distances = list.map(({ drawn }, i) => {
          const dx = marks.x[i] * WORLD + marks.offsetX[i] * where.spread - where.x;
          const dy = marks.y[i] * WORLD + marks.offsetY[i] * where.spread - where.y;
          const distance = Math.hypot(dx, dy);
          return drawn && distance <= marks.radius[i] * where.scale + where.slop ? distance : Infinity;
        });
        const nearest = Math.min(Infinity, ...distances);
        expect(picked).toBe(nearest === Infinity ? -1 : distances.lastIndexOf(nearest));
      },
    ),
    { numRuns: 500 },
  );
});

test('on a spiral none hides another', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 3.5, max: 14, noNaN: true }), { minLength: 2, maxLength: 16 }), (sizes) => {
      const radii = sizes.sort((a, b) => b - a);
      const offsets = spiralOffsets(radii);
      fc.pre(radii.reduce((area, radius) => area + radius ** 2, 0) < MOST_REACH ** 2 / 6);
      for (let a = 0; a < radii.length; a++)
        for (let b = a + 1; b < radii.length; b++) {
          const apart = Math.hypot(offsets[a][0] - offsets[b][0], offsets[a][1] - offsets[b][1]);
          expect(apart).toBeGreaterThanOrEqual(radii[a] + radii[b]);
        }
    }),
    { numRuns: 300 },
  );
});
