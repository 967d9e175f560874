import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaRadius } from '../../src/scene/areas.ts';
import { marksOf, MARK } from '../../src/scene/marks.ts';
import { placesOf } from '../../src/scene/places.ts';
import {
  AWAY,
  createSeats,
  MOST_REACH,
  MOST_SEATED,
  MOST_SHOWN,
  MOST_SOUGHT,
  type Seats,
} from '../../src/scene/seats.ts';
import { markColumns } from './mark-columns.ts';

interface Row {
  place: number;
  /** of a district; -1 for a located one */
  district: number;
  deaths: number;
}

function seatsOf(list: Row[]) {
  const size = list.length;
  const columns = markColumns(list.map((row) => ({ ...row, x: 0.5 + row.place / 1000, y: 0.4 })));
  const places = placesOf(columns);
  const marks = marksOf(columns, places);
  const seats = createSeats(marks, places);
  const radius = (row: number) => marks.floats[row * MARK.length + MARK.radius];
  return { seats, places, radius, size };
}

/** A window over rows by their number, that some do not pass. */
const shown = (from: number, to: number, passes: readonly boolean[]) => ({
  ...{ from, to },
  isShown: (row: number) => row >= from && row < to && passes[row],
});

const offsetOf = ({ offsets }: Seats, row: number) => [offsets[2 * row], offsets[2 * row + 1]] as const;
const located = fc.record({
  place: fc.integer({ min: 0, max: 4 }),
  district: fc.constant(-1),
  deaths: fc.integer({ min: -1, max: 30 }),
});
const rowsOf = (row: fc.Arbitrary<Row>, most = 60) =>
  fc.array(fc.tuple(row, fc.boolean()), { minLength: 1, maxLength: most }).map((pairs) => ({
    list: pairs.map(([one]) => one),
    passes: pairs.map(([, passes]) => passes),
  }));
const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 40 })), { maxLength: 8 });
/** As time plays: both ends go on. */
const forward = steps.map((list) => {
  let [from, to] = [0, 5];
  return list.map(([a, b]) => {
    from += a % 7;
    to = Math.max(to + (b % 7), from);
    return [from, to] as const;
  });
});
const cut = ([from, to]: readonly [number, number], size: number) =>
  [Math.min(from, size), Math.min(to, size)] as const;

test('what is alone at its place among what is shown stands there, what is not shown too; the greatest of several as well', () => {
  fc.assert(
    fc.property(rowsOf(located), steps, ({ list, passes }, windows) => {
      const { seats, radius, size } = seatsOf(list);
      for (const [a, b] of windows) {
        const window = shown(...cut([a, a + b], size), passes);
        seats.deal(window);
        list.forEach(({ place }, row) => {
          const there = list.flatMap((one, i) => (one.place === place && window.isShown(i) ? [i] : []));
          if (!window.isShown(row) || there.length === 1) expect(offsetOf(seats, row)).toEqual([0, 0]);
          const greatest = Math.max(...there.map(radius));
          if (there.length > 0)
            expect(there.some((i) => radius(i) === greatest && offsetOf(seats, i).every((part) => part === 0))).toBe(
              true,
            );
        });
      }
    }),
  );
});

test('no two marks at one place overlap while they are few, dealt or as time plays', () => {
  fc.assert(
    fc.property(rowsOf(located, MOST_SEATED), forward, ({ list, passes }, windows) => {
      const { seats, radius, size } = seatsOf(list);
      windows.forEach((ends, step) => {
        const window = shown(...cut(ends, size), passes);
        if (step === 0) seats.deal(window);
        else seats.move(window);
        for (let place = 0; place < 5; place++) {
          const there = list.flatMap((one, i) => (one.place === place && window.isShown(i) ? [i] : []));
          for (const a of there) {
            const [x, y] = offsetOf(seats, a);
            expect(Math.hypot(x, y)).toBeLessThanOrEqual(MOST_REACH);
            for (const b of there) {
              if (b <= a) continue;
              const [bx, by] = offsetOf(seats, b);
              expect(Math.hypot(x - bx, y - by)).toBeGreaterThanOrEqual(radius(a) + radius(b));
            }
          }
        }
      });
    }),
  );
});

test('what stays shown while time plays keeps its seat; what is new takes one that is free', () => {
  fc.assert(
    fc.property(rowsOf(located), forward, ({ list, passes }, windows) => {
      const { seats, size } = seatsOf(list);
      let before: ReturnType<typeof shown> | null = null;
      let offsets = seats.offsets.slice();
      for (const ends of windows) {
        const window = shown(...cut(ends, size), passes);
        seats.move(window);
        for (let row = 0; row < size; row++) {
          if (!before?.isShown(row) || !window.isShown(row)) continue;
          expect(offsetOf(seats, row)).toEqual([offsets[2 * row], offsets[2 * row + 1]]);
        }
        [before, offsets] = [window, seats.offsets.slice()];
      }
    }),
  );
});

test('what is new takes the place itself where nothing is left there', () => {
  const rows = [10, 5, 1].map((deaths) => ({ place: 0, district: -1, deaths }));
  const { seats } = seatsOf(rows);
  seats.deal(shown(0, 2, [true, true, true]));
  const second = offsetOf(seats, 1);
  expect(Math.hypot(...second)).toBeGreaterThan(0);
  seats.move(shown(1, 3, [true, true, true]));
  expect(offsetOf(seats, 1)).toEqual(second);
  expect(offsetOf(seats, 2)).toEqual([0, 0]);
  expect(offsetOf(seats, 0)).toEqual([0, 0]);
  seats.deal(shown(1, 2, [true, true, true]));
  expect(offsetOf(seats, 1)).toEqual([0, 0]);
});

test('a hundred at one place are strewn about it where no seat is left, and keep their places', () => {
  const rows = Array.from({ length: 100 }, () => ({ place: 0, district: -1, deaths: 20 }));
  const { seats } = seatsOf(rows);
  const passes = rows.map(() => true);
  seats.deal(shown(0, 90, passes));
  const before = seats.offsets.slice();
  for (let row = 0; row < 90; row++) expect(Math.hypot(...offsetOf(seats, row))).toBeLessThanOrEqual(MOST_REACH + 1e-3);
  seats.move(shown(10, 100, passes));
  for (let row = 10; row < 90; row++) expect(offsetOf(seats, row)).toEqual([before[2 * row], before[2 * row + 1]]);
});

test('of very many that come with one step the first are seated, each alone at its place stands there, and all are seated once dealt', () => {
  // pairs at many places: the second of each is to be moved aside
  const pairs = MOST_SOUGHT + 50;
  const rows = Array.from({ length: 2 * pairs + 1 }, (_, i) => ({ place: i >> 1, district: -1, deaths: 1 }));
  const { seats, size } = seatsOf(rows);
  const passes = rows.map(() => true);
  const apart = (row: number) => Math.hypot(...offsetOf(seats, row));
  const seated = seatsOf(rows.slice(0, 2)).seats;
  seated.deal(shown(0, 2, passes));
  const nearest = Math.hypot(...offsetOf(seated, 1));
  const areNear = () => Array.from({ length: pairs }, (_, i) => Math.abs(apart(2 * i + 1) - nearest) < 1e-3);
  seats.move(shown(0, size, passes));
  for (let row = 0; row < size; row += 2) expect(apart(row)).toBe(0);
  expect(areNear().slice(0, MOST_SOUGHT)).not.toContain(false);
  expect(areNear().slice(MOST_SOUGHT)).toContain(false);
  seats.deal(shown(0, size, passes));
  expect(areNear()).not.toContain(false);
});

test('what is known to a district only is not drawn until the district is open, and stands around its symbol then', () => {
  const inDistrict = fc.record({
    place: fc.integer({ min: 0, max: 4 }),
    district: fc.integer({ min: 0, max: 2 }),
    deaths: fc.integer({ min: -1, max: 30 }),
  });
  fc.assert(
    fc.property(rowsOf(inDistrict), fc.subarray([0, 1, 2]), forward, ({ list, passes }, wanted, windows) => {
      const { seats, places, radius, size } = seatsOf(list);
      const open = wanted.filter((area) => area < places.areas.place.length);
      const isOpen = (row: number) => open.includes(places.areas.at[places.of[row]]);
      windows.forEach((ends, step) => {
        const window = shown(...cut(ends, size), passes);
        if (step === 0) {
          seats.deal(window);
          for (let row = 0; row < size; row++) expect(offsetOf(seats, row)).toEqual([AWAY, AWAY]);
          seats.open(open);
        } else seats.move(window);
        for (let row = 0; row < size; row++) {
          const [x, y] = offsetOf(seats, row);
          const area = places.areas.at[places.of[row]];
          const away = Math.hypot(x - places.areas.asideX[area], y - places.areas.asideY[area]);
          if (!isOpen(row) || !window.isShown(row)) expect([x, y]).toEqual([AWAY, AWAY]);
          else if (step === 0) {
            const count = list.filter(({ district }, i) => district === list[row].district && window.isShown(i)).length;
            expect(away).toBeGreaterThanOrEqual(areaRadius(count) + radius(row) - 1e-3);
          } else expect(away).toBeLessThan(AWAY / 2);
        }
      });
      seats.open([]);
      for (let row = 0; row < size; row++) expect(offsetOf(seats, row)).toEqual([AWAY, AWAY]);
    }),
  );
});

test('of more than can be told apart all stand at their places, and are seated again once they are fewer', () => {
  const rows = Array.from({ length: MOST_SHOWN + 2 }, (_, i) => ({ place: i % 2, district: -1, deaths: 1 }));
  const { seats, size } = seatsOf(rows);
  const passes = rows.map(() => true);
  seats.deal(shown(0, 4, passes));
  expect(Math.hypot(...offsetOf(seats, 2))).toBeGreaterThan(0);
  seats.move(shown(0, size, passes));
  expect(seats.areTooMany()).toBe(true);
  expect(seats.offsets.every((part) => part === 0)).toBe(true);
  seats.move(shown(0, 4, passes));
  expect(seats.areTooMany()).toBe(false);
  expect(Math.hypot(...offsetOf(seats, 2))).toBeGreaterThan(0);
});

test('the change that is told holds every row whose offset is another', () => {
  fc.assert(
    fc.property(rowsOf(located), forward, ({ list, passes }, windows) => {
      const { seats, size } = seatsOf(list);
      expect(seats.takeChange()).toEqual([0, size]);
      for (const ends of windows) {
        const before = seats.offsets.slice();
        seats.move(shown(...cut(ends, size), passes));
        const [from, to] = seats.takeChange() ?? [0, 0];
        for (let i = 0; i < before.length; i++)
          if (before[i] !== seats.offsets[i]) expect(i >= 2 * from && i < 2 * to).toBe(true);
      }
    }),
  );
});
