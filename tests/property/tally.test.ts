import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tally, Sums } from '../../geo/store/sums.ts';
import { GROUP_OF, GROUPS, PLACE_SIDES, type Incident } from '../../geo/model/incident.ts';
import { acrossBins, acrossCells } from '../../geo/store/across.ts';
import { countsOf, placeCells } from '../../geo/store/count.ts';
import { failures, FILTER_KEYS, filterMask, maskOf, NO_FILTERS } from '../../geo/store/filter.ts';
import { profileCells, profileOf } from '../../geo/store/profile.ts';
import { createStore, type Store } from '../../geo/store/store.ts';
import { tallyBy } from '../../geo/store/tally.ts';
import { windowAt } from '../../geo/time/position.ts';
import { MODES, STEPS, type Window } from '../../geo/time/window.ts';
import { FIRST, incidents, LAST } from './random-incidents.ts';
import { fewFilters, first, last, passes, stretch, sum, sumBy, within } from './recount.ts';

/** What comes after a window: a jump, the same moved by some days, wider, narrower, a single day, one that ends first. */
type Move = (window: Window) => Window;
const few = fc.integer({ min: -40, max: 40 });
const move = fc.oneof<fc.Arbitrary<Move>[]>(
  stretch.map((to) => () => to),
  few.map((by) => ({ start, end }: Window) => ({ start: start + by, end: end + by })),
  fc.tuple(few, few).map(([a, b]) => (w: Window) => ({ start: w.start + a, end: Math.max(w.start + a, w.end + b) })),
  few.map((by) => ({ start }: Window) => ({ start: start + by, end: start + by })),
  few.map((by) => ({ start, end }: Window) => ({ start: end + Math.abs(by), end: start })),
);
const moves = fc.array(move, { minLength: 1, maxLength: 12 });

/** The windows that the moves make, one from the other. */
function windowsOf(from: Window, all: Move[]): Window[] {
  const windows = [from];
  for (const next of all) windows.push(next(windows[windows.length - 1]));
  return windows;
}

/** The windows of playback in a mode. */
const played = fc
  .tuple(stretch, fc.constantFrom(...MODES), fc.constantFrom(...STEPS), fc.integer({ min: -3, max: 3 }), fc.nat(20))
  .map(([thumbs, mode, step, by, count]) =>
    Array.from({ length: count + 1 }, (_, i) =>
      windowAt({ anchor: thumbs, count: by * i }, { mode, step, extent: { start: FIRST, end: LAST } }),
    ),
  );

const windows = fc.oneof(
  fc.tuple(stretch, moves).map(([from, all]) => windowsOf(from, all)),
  played,
);

const tally = (all: Incident[]): Tally => ({
  incidents: all.length,
  deaths: sum(all, (one) => one.properties.fatalities.best),
  deathsUnknown: all.filter((one) => one.properties.fatalities.best === null).length,
  range: { low: sumBy(all, 'low'), high: sumBy(all, 'high') },
});

function plainCounts(store: Store, shown: Incident[]) {
  const best = (one: Incident) => one.properties.fatalities.best;
  const inDistrict = store.districts.map(({ id }) => tally(shown.filter((one) => one.properties.district?.id === id)));
  return {
    incidents: shown.length,
    deaths: {
      best: sum(shown, best),
      low: sumBy(shown, 'low'),
      high: sumBy(shown, 'high'),
      unknown: shown.filter((one) => best(one) === null).length,
    },
    byGroup: Uint32Array.from(GROUPS, (group) => shown.filter((one) => GROUP_OF[one.properties.type] === group).length),
    byDistrict: inDistrict,
  };
}

const BANDS = [0, 10, 25, 50, 100, Infinity];

/** The profile by its definition: which bands of its side an incident's interval meets. */
function plainProfile(shown: Incident[]) {
  const of = (side: string | null) => shown.filter((one) => one.properties.side === side);
  const bandsMet = ({ properties: { borderKmMin: min, borderKmMax: max } }: Incident) =>
    min === null || max === null ? [] : [0, 1, 2, 3, 4].filter((band) => min < BANDS[band + 1] && max >= BANDS[band]);
  const hasFigure = (one: Incident) => one.properties.borderKm !== null;
  const bySide = (keep: (one: Incident) => boolean) => ({
    PK: tally(of('PK').filter(keep)),
    AF: tally(of('AF').filter(keep)),
    undecided: tally(of('undecided').filter(keep)),
  });
  return {
    bands: PLACE_SIDES.flatMap((side) =>
      [0, 1, 2, 3, 4].map((band) => ({
        side,
        fromKm: BANDS[band],
        toKm: band === 4 ? null : BANDS[band + 1],
        figure: tally(
          of(side).filter(
            ({ properties: { borderKm: km } }) => km !== null && km >= BANDS[band] && km < BANDS[band + 1],
          ),
        ),
        surely: tally(of(side).filter((one) => bandsMet(one).length === 1 && bandsMet(one)[0] === band)),
        possibly: tally(of(side).filter((one) => bandsMet(one).length > 1 && bandsMet(one).includes(band))),
      })),
    ),
    either: bySide((one) => bandsMet(one).length > 1),
    noInterval: bySide((one) => hasFigure(one) && bandsMet(one).length === 0),
    tooCoarse: bySide((one) => !hasFigure(one)),
    elsewhere: tally(of(null)),
  };
}

function plainAcross(shown: Incident[]) {
  const heights = new Float64Array(60);
  const beyond = (side: string) =>
    tally(shown.filter(({ properties: p }) => p.side === side && p.borderKm !== null && p.borderKm >= 150));
  let without = 0;
  for (const { properties: p } of shown) {
    if (p.side === null || p.borderKm === null) without++;
    else if (p.side !== 'undecided' && p.borderKm < 150)
      heights[p.side === 'AF' ? 29 - Math.floor(p.borderKm / 5) : 30 + Math.floor(p.borderKm / 5)]++;
  }
  const undecided = tally(shown.filter(({ properties: p }) => p.side === 'undecided' && p.borderKm !== null));
  return { binKm: 5, half: 30, heights, beyond: { AF: beyond('AF'), PK: beyond('PK') }, undecided, without };
}

const plus = (a: Sums, b: Sums): Sums => ({
  incidents: a.incidents.map((value, i) => value + b.incidents[i]),
  best: a.best.map((value, i) => value + b.best[i]),
  low: a.low.map((value, i) => value + b.low[i]),
  high: a.high.map((value, i) => value + b.high[i]),
  unknown: a.unknown.map((value, i) => value + b.unknown[i]),
});

describe('figures that follow the window', () => {
  it('equal a plain recount in each of many windows, whatever came before', () => {
    fc.assert(
      fc.property(incidents, fewFilters, windows, (all, f, each) => {
        const store = createStore(all);
        const mask = filterMask(store, f);
        const placesIn = tallyBy(store, mask, placeCells(store));
        const profileIn = tallyBy(store, mask, profileCells(store));
        const acrossIn = tallyBy(store, mask, acrossCells(store));
        for (const window of each) {
          const shown = all.filter((one) => passes(one, f) && within(window)(one));
          expect(countsOf(placesIn(window))).toEqual(plainCounts(store, shown));
          expect(profileOf(profileIn(window))).toEqual(plainProfile(shown));
          expect(acrossBins(acrossIn(window), 'incidents')).toEqual(plainAcross(shown));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stay as they were given when the window moves on', () => {
    fc.assert(
      fc.property(incidents, stretch, stretch, (all, one, other) => {
        const store = createStore(all);
        const sumsIn = tallyBy(store, filterMask(store, NO_FILTERS), placeCells(store));
        const given = sumsIn(one);
        const before = structuredClone(given);
        sumsIn(other);
        expect(given).toEqual(before);
        expect(sumsIn(one)).toEqual(before);
      }),
    );
  });

  it('hold an incident from the day it begins to the day it ends, both included, as the window passes it day by day', () => {
    fc.assert(
      fc.property(incidents, fc.nat(), fc.constantFrom(0, 1, 6), fc.boolean(), (all, pick, width, backwards) => {
        fc.pre(all.length > 0);
        const one = all[pick % all.length];
        const store = createStore(all);
        const mask = new Uint8Array(store.size);
        mask[store.indexOf(one.properties.id)] = 1;
        const sumsIn = tallyBy(store, mask, placeCells(store));
        const days = Array.from(
          { length: last(one) - first(one) + 2 * width + 5 },
          (_, i) => first(one) - width - 2 + i,
        );
        for (const day of backwards ? days.reverse() : days) {
          const seen = day + width >= first(one) && day <= last(one);
          expect(countsOf(sumsIn({ start: day, end: day + width })).incidents).toBe(seen ? 1 : 0);
        }
      }),
    );
  });

  it('of two masks that share the rows among them add up to those of all rows, in every window', () => {
    fc.assert(
      fc.property(incidents, fewFilters, windows, (all, f, each) => {
        const store = createStore(all);
        const mask = filterMask(store, f);
        const sumsOver = (rows: Uint8Array) => tallyBy(store, rows, placeCells(store));
        const [inside, outside] = [sumsOver(mask), sumsOver(mask.map((passed) => 1 - passed))];
        const whole = sumsOver(filterMask(store, NO_FILTERS));
        for (const window of each) expect(plus(inside(window), outside(window))).toEqual(whole(window));
      }),
      { numRuns: 150 },
    );
  });
});

describe('the masks', () => {
  it('without one filter let pass what the other filters do', () => {
    fc.assert(
      fc.property(incidents, fewFilters, fc.constantFrom(...FILTER_KEYS), (all, f, but) => {
        const store = createStore(all);
        const mask = maskOf(failures(store, f), but);
        const others = { ...f, [but]: NO_FILTERS[but] };
        expect(Array.from(mask, (_, row) => mask[row] === 1)).toEqual(
          Array.from(mask, (_, row) => passes(store.row(row), others)),
        );
      }),
      { numRuns: 300 },
    );
  });
});
