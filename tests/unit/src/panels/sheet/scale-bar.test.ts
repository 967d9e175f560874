import { expect, it } from 'vitest';
import { scaleBarOf } from '../../../../../src/panels/sheet/scale-bar.ts';

it.each([
  // metres a pixel; the longest of 1, 2, 3, 5 times a power of ten that 120 pixels hold
  [1000, 'km', '100 km', 100],
  [1700, 'km', '200 km', 117.6],
  [40, 'km', '3 km', 75],
  [6, 'km', '0.5 km', 83.3],
  [0.2, 'km', '0.1 km', 500],
  [1000, 'mi', '50 mi', 80.5],
] as const)('at %s m a pixel in %s the scale says %s', (metres, units, label, pixels) => {
  const bar = scaleBarOf(metres, units);
  expect(bar.label).toBe(label);
  expect(bar.pixels).toBeCloseTo(pixels, 1);
});
