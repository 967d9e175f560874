import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaRadius } from '../../src/scene/areas.ts';
import { MARK, marksOf } from '../../src/scene/marks.ts';
import { splitFloat } from '../../src/scene/mercator.ts';
import { areaAt, createPicker, indexPlaces, type Pick } from '../../src/scene/picking.ts';
import { placesOf } from '../../src/scene/places.ts';
import { createSeats } from '../../src/scene/seats.ts';
import { markColumns, type MadeMark } from './mark-columns.ts';

const WORLD = 4000;

interface Mark extends MadeMark {
  drawn: boolean;
}

// few places, so that marks share them
const place = fc.integer({ min: 0, max: 12 }).map((i) => {
  const [high, low] = splitFloat(0.4 + i / 100);
  return high + low;
});
const mark = fc.record<Mark>({
  x: place,
  y: place,
  deaths: fc.integer({ min: -1, max: 300 }),
  district: fc.oneof(
    { weight: 4, arbitrary: fc.constant(-1) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }) },
  ),
  drawn: fc.boolean(),
});

// more at one place than are seated
const crowd = fc
  .tuple(place, place, fc.array(mark, { minLength: 40, maxLength: 90, size: 'max' }))
  .map(([x, y, marks]) => marks.map((one, i) => (i % 9 === 0 ? one : { ...one, x, y, district: -1 })));

const pick = fc
  .record({
    x: fc.double({ min: 1500, max: 2200, noNaN: true }),
    y: fc.double({ min: 1500, max: 2200, noNaN: true }),
    slop: fc.constantFrom(0, 4, 14),
    scale: fc.double({ min: 0.5, max: 1.4, noNaN: true }),
    spread: fc.double({ min: 0.2, max: 1.4, noNaN: true }),
    areaScale: fc.double({ min: 0.5, max: 1, noNaN: true }),
    least: fc.constantFrom(0, 3, 9),
  })
  .map((where): Pick => ({
    ...where,
    project: (x, y) => ({ x: x * WORLD, y: y * WORLD }),
    boxAround: (pixels) => [
      (where.x - pixels) / WORLD,
      (where.y - pixels) / WORLD,
      (where.x + pixels) / WORLD,
      (where.y + pixels) / WORLD,
    ],
  }));

function prepared(list: Mark[]) {
  const size = list.length;
  const columns = markColumns(list);
  const places = placesOf(columns);
  const marks = marksOf(columns, places);
  const seats = createSeats(marks, places);
  seats.deal({ from: 0, to: size, isShown: (row) => list[row].drawn });
  return { places, marks, seats };
}

test('picking finds what looking at every mark finds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(mark, { maxLength: 60 }), crowd), pick, fc.boolean(), (list, where, isNear) => {
      const { places, marks, seats } = prepared(list);
      if (isNear) seats.open([...places.areas.place.keys()]);
      const find = createPicker(marks, places, indexPlaces(marks, places), seats);
      const picked = find(where, (row) => list[row].drawn);
      const distances = list.map(({ drawn }, row) => {
        const at = row * MARK.length;
        const dx = (marks.floats[at] + marks.floats[at + MARK.xLow]) * WORLD - where.x;
        const dy = (marks.floats[at + MARK.yHigh] + marks.floats[at + MARK.yLow]) * WORLD - where.y;
        const [right, down] = seats.offsets.subarray(2 * row);
        const distance = Math.sqrt((dx + right * where.spread) ** 2 + (dy + down * where.spread) ** 2);
        const reach = Math.max(marks.floats[at + MARK.radius] * where.scale, where.least) + where.slop;
        return drawn && distance <= reach ? distance : Infinity;
      });
      const nearest = Math.min(Infinity, ...distances);
      if (picked < 0) expect(nearest).toBe(Infinity);
      else expect(distances[picked]).toBeCloseTo(nearest, 6);
    }),
    { numRuns: 500 },
  );
});

test('of two at one spot the later is found', () => {
  const at = { x: 0.45, y: 0.45, deaths: 3, district: -1, drawn: true };
  const { places, marks, seats } = prepared([at, at, { ...at, x: 0.46 }]);
  seats.deal({ from: 0, to: 0, isShown: () => false });
  const find = createPicker(marks, places, indexPlaces(marks, places), { ...seats, areTooMany: () => true });
  const [where] = fc.sample(pick, { numRuns: 1, seed: 1 });
  const exact: Pick = {
    ...where,
    x: 1800,
    y: 1800,
    slop: 0,
    boxAround: (p) => [(1800 - p) / WORLD, (1800 - p) / WORLD, (1800 + p) / WORLD, (1800 + p) / WORLD],
  };
  expect(find(exact, () => true)).toBe(1);
});

test('the symbol of an area is found wherever it is drawn, and only where it has incidents', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 40 }), pick, (list, where) => {
      const { areas, of } = prepared(list).places;
      const incidents = new Float64Array(areas.place.length);
      list.forEach(({ drawn }, row) => {
        const area = areas.at[of[row]];
        if (drawn && area >= 0) incidents[area]++;
      });
      const distances = Array.from(incidents, (count, area) => {
        const dx = areas.x[area] * WORLD - where.x + areas.asideX[area] * where.spread;
        const dy = areas.y[area] * WORLD - where.y + areas.asideY[area] * where.spread;
        const distance = Math.hypot(dx, dy);
        return count > 0 && distance <= areaRadius(count) * where.areaScale + where.slop ? distance : Infinity;
      });
      const picked = areaAt(where, areas, { incidents, byGroup: new Float64Array(0) });
      const nearest = Math.min(Infinity, ...distances);
      if (picked < 0) expect(nearest).toBe(Infinity);
      else expect(distances[picked]).toBeCloseTo(nearest, 6);
    }),
    { numRuns: 500 },
  );
});
