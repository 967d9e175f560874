import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filledBoxes } from '../../../../src/map/filled.ts';

test('every pixel that is drawn lies in one box, all boxes in the picture', () => {
  const size = fc.integer({ min: 1, max: 100 });
  fc.assert(
    fc.property(size, size, fc.array(fc.nat(), { maxLength: 20 }), (width, height, places) => {
      const pixels = new Uint32Array(width * height);
      for (const place of places) pixels[place % pixels.length] = 0xff000001;
      const covered = new Uint8Array(pixels.length);
      const boxes = filledBoxes(pixels, width, height);
      for (let i = 0; i < boxes.length; i += 4) {
        const [left, low, right, high] = boxes.subarray(i, i + 4);
        expect(right).toBeLessThanOrEqual(width);
        expect(high).toBeLessThanOrEqual(height);
        for (let y = low; y < high; y++) for (let x = left; x < right; x++) covered[y * width + x]++;
      }
      expect(covered.every((count, i) => (pixels[i] === 0 ? count <= 1 : count === 1))).toBe(true);
    }),
  );
});

test('what is empty is left out', () => {
  const pixels = new Uint32Array(1000 * 100);
  expect(filledBoxes(pixels, 1000, 100)).toHaveLength(0);
  pixels[50 * 1000 + 500] = 1;
  pixels[50 * 1000 + 530] = 1;
  expect([...filledBoxes(pixels, 1000, 100)]).toEqual([480, 32, 544, 64]);
});
