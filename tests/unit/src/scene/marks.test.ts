import { describe, expect, test } from 'vitest';
import { SIDE_GROUPS } from '../../../../geo/model/groupings.ts';
import { ACTOR_SIDES, DATE_PRECISIONS, GROUPS, LOCATION_PRECISIONS } from '../../../../geo/model/incident.ts';
import { createColumns, NO_DISTRICT, UNKNOWN } from '../../../../geo/store/columns.ts';
import { inMercator } from '../../../../src/scene/mercator.ts';
import { placesOf } from '../../../../src/scene/places.ts';
import {
  drawScale,
  drawnRadius,
  leastRadius,
  MARK,
  marksOf,
  MOST_DEATHS,
  radiusOf,
  spreadScale,
} from '../../../../src/scene/marks.ts';

describe('the size of a mark', () => {
  test('its area grows by the same for each of the killed', () => {
    const area = (deaths: number) => radiusOf(deaths) ** 2;
    const perDeath = area(1) - area(0);
    expect(perDeath).toBeGreaterThan(0);
    for (const deaths of [2, 10, 77, 269]) expect(area(deaths)).toBeCloseTo(area(0) + deaths * perDeath, 9);
  });

  test('unknown is the smallest size', () => {
    expect(radiusOf(-1)).toBe(radiusOf(0));
  });

  test('it ends somewhere', () => {
    expect(radiusOf(1_000_000)).toBe(radiusOf(MOST_DEATHS));
  });
});

test('marks and spirals grow with the zoom and do not jump', () => {
  for (const scale of [drawScale, spreadScale]) {
    for (let zoom = 0; zoom < 22; zoom += 0.1) {
      const step = scale(zoom + 0.1) - scale(zoom);
      expect(step).toBeGreaterThanOrEqual(0);
      expect(step).toBeLessThan(0.05);
    }
  }
  expect(drawScale(8)).toBe(1);
});

test('far out a mark is at least 6 px across; near the first look its own size is drawn, without a jump', () => {
  for (let zoom = -1; zoom <= 4; zoom += 0.25) expect(2 * drawnRadius(0, zoom)).toBeGreaterThanOrEqual(6);
  for (let zoom = 5; zoom < 18; zoom += 0.25) expect(leastRadius(zoom)).toBeLessThan(radiusOf(0) * drawScale(zoom));
  for (let zoom = -1; zoom < 18; zoom += 0.1)
    expect(Math.abs(leastRadius(zoom + 0.1) - leastRadius(zoom))).toBeLessThan(0.2);
});

describe('the marks of rows', () => {
  const columns = createColumns(4);
  columns.lon.set([71.58333, 71.58333, 70, 71.58333]);
  columns.lat.set([34.01667, 34.01667, 33, 34.01667]);
  columns.start.set([10, 20, 30, 40]);
  columns.end.set([11, 21, 31, 41]);
  columns.best.set([3, 90, UNKNOWN, 3]);
  columns.group.fill(GROUPS.indexOf('force'), 1, 2);
  columns.sides.fill(1 << ACTOR_SIDES.indexOf('ttp'), 1, 2);
  const precise = ['exact', 'district', 'region', 'country'] as const;
  columns.locationPrecision.set(precise.map((precision) => LOCATION_PRECISIONS.indexOf(precision)));
  const dated = ['day', 'week', 'month', 'year'] as const;
  columns.datePrecision.set(dated.map((precision) => DATE_PRECISIONS.indexOf(precision)));
  columns.district.fill(NO_DISTRICT);
  const whole = { rows: null, ...inMercator(columns.lon, columns.lat), ...columns };
  const { size, floats } = marksOf(whole, placesOf(whole));
  const column = (place: number) => Array.from({ length: size }, (_, row) => floats[row * MARK.length + place]);
  const bytes = new Uint8Array(floats.buffer);
  const kinds = (place: number) => column(0).map((_, row) => bytes[(row * MARK.length + MARK.kind) * 4 + place]);

  test('place, days and size', () => {
    // (71.58333 + 180) / 360
    expect(column(MARK.xHigh)[0] + column(MARK.xLow)[0]).toBeCloseTo(0.6988425833, 10);
    expect(column(MARK.start)).toEqual([10, 20, 30, 40]);
    expect(column(MARK.end)).toEqual([11, 21, 31, 41]);
    expect(column(MARK.radius)).toEqual([3, 90, UNKNOWN, 3].map((deaths) => Math.fround(radiusOf(deaths))));
  });

  test('group, form and flags', () => {
    expect(kinds(0)).toEqual([0, GROUPS.indexOf('force'), 0, 0]);
    expect(kinds(1)).toEqual([0, 1, 2, 2]); // disc, ring, dashed
    expect(kinds(2)).toEqual([0, 0, 1 + 2, 2]); // unknown deaths, vague date
    const none = SIDE_GROUPS.indexOf('none');
    expect(kinds(3)).toEqual([none, SIDE_GROUPS.indexOf('ttp'), none, none]);
  });
});
