import { describe, expect, it } from 'vitest';
import { geodesicBetween } from '../../../../geo/line/geodesic.ts';
import { dayOf } from '../../../../geo/model/day.ts';
import type { Incident, IncidentProperties, Position } from '../../../../geo/model/incident.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { FEWEST, movementOf, movementTable, type Movement } from '../../../../geo/views/movement.ts';
import { incident } from '../store/made-incidents.ts';

const YEARS = { start: dayOf(2024, 1, 1), end: dayOf(2025, 12, 31) };

function of(made: (Partial<IncidentProperties> & { at?: Position })[], extent = YEARS): Movement {
  const incidents = made.map(({ at = [71, 34], ...change }, i): Incident => {
    const one = incident({ id: `i${i}`, start: '2025-05-10', end: '2025-05-10', side: 'PK', ...change });
    return { ...one, geometry: { type: 'Point', coordinates: at } };
  });
  const store = createStore(incidents);
  return movementOf({ store, mask: new Uint8Array(store.size).fill(1), extent, withinKm: 100 });
}

const near = (min: number, max: number) => ({
  borderKm: (min + max) / 2,
  borderKmMin: min,
  borderKmMax: max,
  alongKm: 700,
});

/** The second quarter of 2025. */
const SIXTH = 5;

describe('movementOf', () => {
  it('bounds each quartile by those of the nearest and the farthest that distances may be', () => {
    const { quarters } = of([near(0, 10), near(4, 14), near(8, 18), near(12, 22), near(100, 160)]);
    expect(quarters).toHaveLength(8);
    // by hand: the second, third and fourth of five
    expect(quarters[SIXTH].sides.PK).toEqual({
      incidents: 5,
      quartiles: { first: { least: 4, most: 14 }, median: { least: 8, most: 18 }, third: { least: 12, most: 22 } },
    });
    expect(quarters[SIXTH].sides.AF).toEqual({ incidents: 0, quartiles: null });
  });

  it('has bounds that no choice of distances within the intervals leaves, and that both are reached', () => {
    const made = [near(0, 6), near(3, 4), near(5, 40), near(2, 30), near(20, 22), near(1, 9)];
    const { first, median, third } = of(made).quarters[SIXTH].sides.PK.quartiles ?? fail();
    // brute force: every distance at its nearest, middle or farthest, 3^6 ways
    const [lows, highs] = [
      [Infinity, Infinity, Infinity],
      [-Infinity, -Infinity, -Infinity],
    ];
    for (let way = 0; way < 3 ** made.length; way++) {
      const km = made
        .map(({ borderKmMin: a, borderKmMax: b }, i) => a + ((Math.floor(way / 3 ** i) % 3) / 2) * (b - a))
        .sort((a, b) => a - b);
      [0.25, 0.5, 0.75].forEach((share, k) => {
        const place = share * (km.length - 1);
        const [below, part] = [Math.floor(place), place % 1];
        const value = km[below] + part * (km[below + 1] - km[below]);
        lows[k] = Math.min(lows[k], value);
        highs[k] = Math.max(highs[k], value);
      });
    }
    [first, median, third].forEach(({ least, most }, k) => {
      expect(least).toBeCloseTo(lows[k], 10);
      expect(most).toBeCloseTo(highs[k], 10);
    });
  });

  it('counts each incident once: on its side, or beside it', () => {
    const quarter = of([
      ...[near(0, 10), { ...near(0, 10), side: 'AF' as const }],
      { ...near(0, 10), side: 'undecided' },
      { borderKm: 30, alongKm: 5 },
      ...[{ borderKm: null }, { borderKm: null }],
      ...[
        { ...near(0, 10), side: null },
        { ...near(0, 10), side: null },
        { ...near(0, 10), side: null },
      ],
      { ...near(0, 10), datePrecision: 'year' },
    ]);
    const { sides, undecided, withoutInterval, tooCoarse, elsewhere } = quarter.quarters[SIXTH];
    expect([sides.PK.incidents, sides.AF.incidents]).toEqual([1, 1]);
    expect({ undecided, withoutInterval, tooCoarse, elsewhere }).toEqual({
      ...{ undecided: 1, withoutInterval: 1, tooCoarse: 2, elsewhere: 3 },
    });
    expect(quarter.undated).toBe(1);
  });

  it('says nothing of too few, and has no figure that is not one', () => {
    const few = Array.from({ length: FEWEST - 1 }, () => near(5, 9));
    const { quarters, years } = of(few);
    expect(quarters[SIXTH].sides.PK).toEqual({ incidents: FEWEST - 1, quartiles: null });
    expect(years[1].spread).toBeNull();
    expect(of([]).quarters.every(({ sides }) => sides.PK.quartiles === null)).toBe(true);
    expect(JSON.stringify(of([...few, near(5, 9)]))).not.toContain('NaN');
    // one day
    const day = { start: dayOf(2025, 5, 10), end: dayOf(2025, 5, 10) };
    expect(of([near(1, 2)], day).quarters).toHaveLength(1);
    expect(of([near(1, 2)], day).quarters[0].sides.PK.incidents).toBe(1);
  });

  it('counts places along the border only where they are near enough to it', () => {
    const along = [0, 100, 200, 300, 400].map((alongKm) => ({ ...near(0, 10), alongKm }));
    const far = { ...near(150, 170), alongKm: 2000 };
    expect(of([...along, far]).quarters[SIXTH].along).toEqual({
      incidents: 5,
      quartiles: { first: 100, median: 200, third: 300 },
    });
  });

  it('finds the centre and the spread of a year', () => {
    // a cross about 70° E, 33° N: 60 km north and south, 20 km east and west of it
    const cross: Position[] = [
      [70, 33 + 60 / 110.9],
      [70, 33 - 60 / 110.9],
      [70 + 20 / 93.46, 33],
      [70 - 20 / 93.46, 33],
      [70, 33],
    ];
    const { spread, incidents, atDistrict, tooCoarse } =
      of([
        ...cross.map((at, i) => ({ at, locationPrecision: i === 0 ? ('district' as const) : ('exact' as const) })),
        { at: [67, 25], locationPrecision: 'region' },
      ]).years[1] ?? fail();
    expect({ incidents, atDistrict, tooCoarse }).toEqual({ incidents: 5, atDistrict: 1, tooCoarse: 1 });
    const { centre, majorKm, minorKm, azimuth, outline } = spread ?? fail();
    expect(geodesicBetween(...centre, 70, 33).m).toBeLessThan(50);
    // by hand: √(2 · 60² / 5) and √(2 · 20² / 5)
    expect(majorKm).toBeCloseTo(37.95, 0);
    expect(minorKm).toBeCloseTo(12.65, 0);
    expect(Math.min(azimuth, 180 - azimuth)).toBeLessThan(0.5);
    expect(outline[0]).toEqual(outline[outline.length - 1]);
    const reach = outline.map((place) => geodesicBetween(...centre, ...place).m / 1000);
    expect(Math.max(...reach)).toBeCloseTo(majorKm, 1);
    expect(Math.min(...reach)).toBeCloseTo(minorKm, 1);
  });

  it('lies in one place where all do', () => {
    const { centre, majorKm, minorKm } = of(Array.from({ length: 6 }, () => near(0, 5))).years[1].spread ?? fail();
    expect(centre[0]).toBeCloseTo(71, 9);
    expect(centre[1]).toBeCloseTo(34, 9);
    expect([majorKm, minorKm].every((km) => km < 1e-6)).toBe(true);
  });
});

describe('movementTable', () => {
  it('tells what is known and leaves out what is not', () => {
    const movement = of([near(0, 10), near(4, 14), near(8, 18), near(12, 22), near(100, 160)]);
    const { columns, rows } = movementTable(movement, 'across');
    expect(rows).toHaveLength(16);
    const row = Object.fromEntries(columns.map((column, i) => [column, rows[10][i]]));
    expect(row).toMatchObject({ quarter: '2025-Q2', side: 'PK', incidents: 5, median_km_least: 8, median_km_most: 18 });
    expect(rows[11].slice(0, 4)).toEqual(['2025-Q2', 'AF', 0, null]);
    expect(movementTable(movement, 'along').rows[5]).toEqual(['2025-Q2', 4, null, null, null]);
    expect(movementTable(movement, 'centre').rows.map(([year]) => year)).toEqual([2024, 2025]);
    for (const kind of ['across', 'along', 'centre'] as const) {
      const table = movementTable(movement, kind);
      for (const cells of table.rows) expect(cells).toHaveLength(table.columns.length);
    }
  });
});

function fail(): never {
  throw new Error('there is one');
}
