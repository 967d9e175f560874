import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MARK, type Marks } from '../../src/scene/marks.ts';
import { splitFloat } from '../../src/scene/mercator.ts';
import { createPicker, placesOf } from '../../src/scene/picking.ts';
import { MOST_REACH, MOST_SEATED, spread } from '../../src/scene/spiral.ts';

const WORLD = 4000;

interface Mark {
  x: number;
  y: number;
  radius: number;
  offsetX: number;
  offsetY: number;
  drawn: boolean;
}

const pixels = (limits: { min: number; max: number }) => fc.double({ ...limits, noNaN: true }).map(Math.fround);
// few places, so that marks share them
const place = fc.integer({ min: 0, max: 12 }).map((i) => {
  const [high, low] = splitFloat(0.4 + i / 100);
  return high + low;
});
const mark = fc.record<Mark>({
  x: place,
  y: place,
  radius: pixels({ min: 3, max: 30 }),
  // most marks have a place of their own
  offsetX: fc.oneof(fc.constant(0), pixels({ min: -60, max: 60 })),
  offsetY: fc.oneof(fc.constant(0), pixels({ min: -60, max: 60 })),
  drawn: fc.boolean(),
});

// more at one place than are looked through, some of them in the very same spot
const crowd = fc
  .tuple(place, place, fc.array(mark, { minLength: 70, maxLength: 120, size: 'max' }))
  .map(([x, y, marks]) => marks.map((one, i) => (i % 9 === 0 ? one : { ...one, x, y })));

function marksFrom(list: Mark[]): Marks {
  const floats = new Float32Array(list.length * MARK.length);
  list.forEach(({ x, y, radius, offsetX, offsetY }, i) => {
    const [[xHigh, xLow], [yHigh, yLow]] = [splitFloat(x), splitFloat(y)];
    const values = { ...MARK, xHigh, xLow, yHigh, yLow, radius, offsetX, offsetY };
    for (const key of ['xHigh', 'xLow', 'yHigh', 'yLow', 'radius', 'offsetX', 'offsetY'] as const)
      floats[i * MARK.length + MARK[key]] = values[key];
  });
  return { size: list.length, floats, long: new Uint32Array() };
}

test('picking finds what looking at every mark finds', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.array(mark, { maxLength: 60 }), crowd),
      fc.record({
        x: fc.double({ min: 1500, max: 2200, noNaN: true }),
        y: fc.double({ min: 1500, max: 2200, noNaN: true }),
        slop: fc.constantFrom(0, 4, 14),
        scale: fc.double({ min: 0.5, max: 1.4, noNaN: true }),
        spread: fc.double({ min: 0.2, max: 1.4, noNaN: true }),
        least: fc.constantFrom(0, 3, 9),
      }),
      (list, where) => {
        const marks = marksFrom(list);
        const picked = createPicker(
          marks,
          placesOf(marks),
        )({
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
        const distances = list.map(({ x, y, radius, offsetX, offsetY, drawn }) => {
          const dx = x * WORLD - where.x + offsetX * where.spread;
          const dy = y * WORLD - where.y + offsetY * where.spread;
          const distance = Math.sqrt(dx * dx + dy * dy);
          return drawn && distance <= Math.max(radius * where.scale, where.least) + where.slop ? distance : Infinity;
        });
        const nearest = Math.min(Infinity, ...distances);
        expect(picked).toBe(nearest === Infinity ? -1 : distances.lastIndexOf(nearest));
      },
    ),
    { numRuns: 500 },
  );
});

test('on a spiral none hides another', () => {
  const radii = fc.array(fc.double({ min: 3.5, max: 14, noNaN: true }), { minLength: 2, maxLength: MOST_SEATED });
  fc.assert(
    fc.property(radii, (sizes) => {
      const radius = Float64Array.from(sizes).sort().reverse();
      fc.pre(radius.reduce((area, r) => area + r ** 2, 0) < MOST_REACH ** 2 / 6);
      const { size, x, y } = {
        size: radius.length,
        x: new Float64Array(radius.length),
        y: new Float64Array(radius.length),
      };
      spread({ size, radius, x, y });
      for (let a = 0; a < size; a++)
        for (let b = a + 1; b < size; b++) {
          expect(Math.hypot(x[a] - x[b], y[a] - y[b])).toBeGreaterThanOrEqual(radius[a] + radius[b]);
        }
    }),
    { numRuns: 300 },
  );
});
