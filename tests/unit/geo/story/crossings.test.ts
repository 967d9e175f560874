import { describe, expect, it } from 'vitest';
import type { Closure, Crossing } from '../../../../geo/model/crossing.ts';
import { parseDay } from '../../../../geo/model/day.ts';
import { passageOn, placedCrossings } from '../../../../geo/story/crossings.ts';
import { nearestCrossing } from '../../../../geo/story/nearest-crossing.ts';

const crossing = (change: Partial<Crossing> & { id: string }): Crossing => ({
  name: change.id,
  nameUr: null,
  namePs: null,
  sameAs: null,
  position: [71.0932, 34.1226],
  precisionKm: 1,
  district: 'Khyber',
  province: null,
  kind: null,
  openSince: null,
  status: 'not found',
  statusAsOf: null,
  statusSources: [],
  positionSource: null,
  note: null,
  ...change,
});

const closure = (change: Partial<Closure>): Closure => ({
  crossing: 'Torkham',
  kind: 'closed',
  start: '2025-03-03',
  end: '2025-03-20',
  precision: 'day',
  ending: 'known',
  sources: [],
  note: '',
  ...change,
});

const on = (of: Crossing, closures: Closure[], ...days: string[]) =>
  days.map((day) => passageOn(of, closures, parseDay(day) ?? NaN));

describe('a crossing on a day', () => {
  const torkham = crossing({ id: 'Torkham', statusAsOf: '2026-02' });

  it('is closed from the first to the last day that are known', () => {
    const days = ['2025-03-02', '2025-03-03', '2025-03-20', '2025-03-21'];
    expect(on(torkham, [closure({})], ...days)).toEqual([null, 'closed', 'closed', null]);
  });

  it('is closed on the first day alone where the day on which it opened was not found', () => {
    expect(on(torkham, [closure({ end: null, ending: 'unknown' })], '2025-03-03', '2025-03-04')).toEqual([
      'closed',
      null,
    ]);
  });

  it.each([
    ['2026-02-25', '2026-02-25', '2026-02-26'],
    ['2026-02', '2026-02-28', '2026-03-01'],
    ['2026', '2026-12-31', '2027-01-01'],
  ])('of a closure that goes on is closed up to its newest source, %s', (statusAsOf, last, after) => {
    const of = crossing({ id: 'Torkham', statusAsOf });
    expect(on(of, [closure({ end: null, ending: 'ongoing' })], last, after)).toEqual(['closed', null]);
  });

  it('of no source is closed on the first day alone', () => {
    const of = crossing({ id: 'Torkham' });
    expect(on(of, [closure({ end: null, ending: 'ongoing' })], '2025-03-03', '2025-03-04')).toEqual(['closed', null]);
  });

  it('was shut but for some, where that lies inside', () => {
    const inside = closure({ kind: 'partly', start: '2025-03-07', end: '2025-03-08' });
    expect(on(torkham, [closure({}), inside], '2025-03-06', '2025-03-07', '2025-03-09')).toEqual([
      'closed',
      'partly',
      'closed',
    ]);
  });

  it('knows nothing of other crossings, nor of reopenings', () => {
    const others = [closure({ crossing: 'Chaman' }), closure({ kind: 'reopened', end: null, ending: null })];
    expect(on(torkham, others, '2025-03-03')).toEqual([null]);
  });
});

it('crossings are marked once, where they have a point; the nearest of them is found', () => {
  const placed = placedCrossings([
    crossing({ id: 'Torkham' }),
    crossing({ id: 'Other name', sameAs: 'Torkham' }),
    crossing({ id: 'Nowhere', position: null, precisionKm: null }),
    crossing({ id: 'Chaman', position: [66.4376, 30.9552] }),
  ]);
  expect(placed.map(({ id }) => id)).toEqual(['Torkham', 'Chaman']);
  // by Vincenty's inverse formula, worked out apart
  const nearest = nearestCrossing(placed, [66.99, 30.2]);
  expect(nearest?.crossing.id).toBe('Chaman');
  expect(nearest?.km).toBeCloseTo(99.08164, 4);
  expect(nearestCrossing([], [66.99, 30.2])).toBeNull();
});
