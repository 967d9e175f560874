import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUP_OF, type Incident } from '../../geo/model/incident.ts';
import { filterMask } from '../../geo/store/filter.ts';
import { createStore } from '../../geo/store/store.ts';
import { DIMENSIONS, type Dimension } from '../../geo/views/dimensions.ts';
import { FIRST_OPTIONS } from '../../geo/views/options.ts';
import { tableOf, type RowFigures } from '../../geo/views/table.ts';
import type { DimensionValue } from '../../geo/views/tell.ts';
import { incidents } from './random-incidents.ts';
import { fewFilters, passes, stretch, within } from './recount.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function bandOf(km: number): string {
  if (km < 10) return '0-10';
  if (km < 25) return '10-25';
  if (km < 50) return '25-50';
  return km < 100 ? '50-100' : '100+';
}

/** The values of an incident, read from the incident itself. */
const VALUES: { readonly [D in Dimension]: (p: Incident['properties']) => DimensionValue[] } = {
  year: (p) => [Number(p.start.slice(0, 4))],
  quarter: (p) => [`${p.start.slice(0, 4)}-Q${Math.ceil(Number(p.start.slice(5, 7)) / 3)}`],
  month: (p) => [p.start.slice(0, 7)],
  weekday: (p) => [p.datePrecision === 'day' ? DAYS[new Date(`${p.start}T00:00:00Z`).getUTCDay()] : null],
  band: (p) => [p.borderKm === null ? null : bandOf(p.borderKm)],
  line: (p) => [p.side],
  district: (p) => [p.district?.id ?? null],
  province: (p) => [p.province],
  type: (p) => [p.type],
  kind: (p) => [GROUP_OF[p.type]],
  side: (p) => orNull([...new Set(p.actors.map(({ side }) => side))]),
  group: (p) => orNull([...new Set(p.actors.map(({ name }) => name))]),
  dataset: () => ['the file'],
};

const orNull = <T extends DimensionValue>(values: T[]): (T | null)[] => (values.length > 0 ? values : [null]);

const injured = fc.array(fc.option(fc.nat(9), { nil: null }), { minLength: 60, maxLength: 60 });
const by = fc.shuffledSubarray([...DIMENSIONS], { minLength: 1, maxLength: 3 });

function figuresOf(all: readonly Incident['properties'][]): RowFigures {
  const known = all.filter(({ fatalities }) => fatalities.best !== null);
  const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, one) => total + (one ?? 0), 0);
  const killed = (which: 'best' | 'low' | 'high') =>
    all.length > 0 && known.length === 0
      ? null
      : sum(known.map(({ fatalities }) => fatalities[which] ?? fatalities.best));
  const injuredUnknown = all.filter((p) => p.injured === null).length;
  return {
    incidents: all.length,
    killed: {
      best: killed('best'),
      low: killed('low'),
      high: killed('high'),
      unknown: all.length - known.length,
    },
    injured: all.length > 0 && injuredUnknown === all.length ? null : sum(all.map((p) => p.injured)),
    injuredUnknown,
  };
}

describe('a table', () => {
  it('has the figures of a recount, one incident after the other', () => {
    fc.assert(
      fc.property(incidents, injured, fewFilters, stretch, by, (made, hurt, filters, window, dimensions) => {
        const all = made.map((one, i) => ({ ...one, properties: { ...one.properties, injured: hurt[i] } }));
        const store = createStore(all);
        const table = tableOf({
          store,
          mask: filterMask(store, filters),
          window,
          options: { ...FIRST_OPTIONS, by: dimensions },
          datasets: ['the file'],
        });
        const shown = all
          .filter((one) => passes(one, filters) && within(window)(one))
          .map(({ properties }) => properties);
        const expected = new Map<string, Incident['properties'][]>();
        for (const one of shown) {
          let keys: DimensionValue[][] = [[]];
          for (const dimension of dimensions)
            keys = keys.flatMap((key) => VALUES[dimension](one).map((value) => [...key, value]));
          for (const key of keys) {
            const text = JSON.stringify(key);
            expected.set(text, [...(expected.get(text) ?? []), one]);
          }
        }
        const rows = Array.from({ length: table.size }, (_, row) => row);
        const found = new Map(rows.map((row) => [JSON.stringify(table.valuesAt(row)), table.figuresAt(row)]));
        expect(found).toEqual(new Map([...expected].map(([key, list]) => [key, figuresOf(list)])));
        expect(found.size).toBe(table.size);
        expect(table.total).toEqual(figuresOf(shown));
        const added = rows.reduce((sum, row) => sum + table.figuresAt(row).incidents, 0);
        expect(added > table.total.incidents).toBe(table.overlaps.length > 0);
        if (table.overlaps.length === 0) expect(added).toBe(table.total.incidents);
      }),
      { numRuns: 600 },
    );
  });
});
