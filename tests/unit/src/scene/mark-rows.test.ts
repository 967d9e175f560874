import { describe, expect, test } from 'vitest';
import { LOCATION_PRECISIONS } from '../../../../geo/model/incident.ts';
import { otherPlacesOf } from '../../../../geo/store/other-places.ts';
import { createColumns, NO_DISTRICT } from '../../../../geo/store/columns.ts';
import { firstMark, markRows, rowOfMark } from '../../../../src/scene/mark-rows.ts';
import { inMercator, latOf, lonOf } from '../../../../src/scene/mercator.ts';
import { MARK } from '../../../../src/scene/marks.ts';
import { createPicker } from '../../../../src/scene/picking.ts';
import { placesOfRows, prepare } from '../../../../src/scene/prepared.ts';
import { createSeats } from '../../../../src/scene/seats.ts';

const OTHERS = otherPlacesOf([
  [2, [[72, 35]]],
  [
    1,
    [
      [70, 33],
      [69, 32],
    ],
  ],
]);

/** Three rows at 71, 34; the second and the third were elsewhere too. */
function threeRows(precision: (typeof LOCATION_PRECISIONS)[number] = 'town') {
  const { lon, lat, ...columns } = createColumns(3);
  lon.fill(71);
  lat.fill(34);
  columns.district.fill(NO_DISTRICT);
  columns.start.set([10, 20, 30]);
  columns.end.set([10, 20, 30]);
  columns.best.set([1, 2, 3]);
  columns.locationPrecision.fill(LOCATION_PRECISIONS.indexOf(precision));
  return prepare({ ...inMercator(lon, lat), ...columns }, OTHERS);
}

describe('the marks of rows', () => {
  test('are as many as the incidents have places, in the order of the rows', () => {
    const rows = markRows(3, OTHERS);
    expect(rows).toEqual(Uint32Array.of(0, 1, 1, 1, 2, 2));
    expect([0, 1, 2, 3].map((row) => firstMark(rows, row))).toEqual([0, 1, 4, 6]);
    expect([0, 3, 5].map((mark) => rowOfMark(rows, mark))).toEqual([0, 1, 2]);
  });

  test('are the rows where all are at one place', () => {
    const rows = markRows(3, otherPlacesOf([]));
    expect([rows, firstMark(rows, 2), rowOfMark(rows, 2)]).toEqual([null, 2, 2]);
  });

  test('have the days, the size and the kind of the incident, each at its own place', () => {
    const { marks } = threeRows();
    const at = (mark: number, part: number) => marks.floats[mark * MARK.length + part];
    const place = (mark: number) => [
      lonOf(at(mark, MARK.xHigh) + at(mark, MARK.xLow)),
      latOf(at(mark, MARK.yHigh) + at(mark, MARK.yLow)),
    ];
    const expected = [
      [71, 34, 10],
      [71, 34, 20],
      [70, 33, 20],
      [69, 32, 20],
      [71, 34, 30],
      [72, 35, 30],
    ];
    expect(marks.size).toBe(6);
    expected.forEach(([lon, lat, day], mark) => {
      expect(place(mark)[0]).toBeCloseTo(lon, 9);
      expect(place(mark)[1]).toBeCloseTo(lat, 9);
      expect(at(mark, MARK.start)).toBe(day);
    });
    expect(at(3, MARK.radius)).toBe(at(1, MARK.radius));
  });

  test('are found under the pointer at each place', () => {
    const { rows, marks, places, index } = threeRows();
    const seats = createSeats(marks, places);
    seats.deal({ from: 0, to: marks.size, isShown: () => true });
    const pick = createPicker(marks, places, index, seats);
    const { x, y } = inMercator(Float64Array.of(70, 72, 60), Float64Array.of(33, 35, 20));
    const found = [0, 1, 2].map((i) =>
      pick(
        {
          ...{ x: x[i] * 4000, y: y[i] * 4000, slop: 1, scale: 1, spread: 1, areaScale: 1, least: 0 },
          project: (a, b) => ({ x: a * 4000, y: b * 4000 }),
          boxAround: (pixels) => [
            ...([x[i] - pixels / 4000, y[i] - pixels / 4000] as const),
            ...([x[i] + pixels / 4000, y[i] + pixels / 4000] as const),
          ],
        },
        () => true,
      ),
    );
    expect(found.map((mark) => (mark < 0 ? null : rowOfMark(rows, mark)))).toEqual([1, 2, null]);
  });
});

test('of what is known to an area only the symbol counts each once, and the further places have marks of their own', () => {
  const { rows, marks, places } = threeRows('region');
  const counted = placesOfRows({ rows, places });
  expect(Array.from(counted.of, (place) => places.areas.at[place])).toEqual([0, 0, 0]);
  expect(places.areas.place).toHaveLength(1);
  expect([0, 1, 2, 3, 4, 5].map((mark) => places.areas.at[places.of[mark]])).toEqual([0, 0, -1, -1, 0, -1]);
  const { offsets } = createSeats(marks, places);
  // away in the symbol, or at its place
  expect([1, 2, 3].map((mark) => offsets[2 * mark] === 0)).toEqual([false, true, true]);
});
