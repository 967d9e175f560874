import fc from 'fast-check';
import { expect, test } from 'vitest';
import { geodesicKm } from '../../geo/line/between.ts';
import { parseDay } from '../../geo/model/day.ts';
import type { Incident } from '../../geo/model/incident.ts';
import { placesOfIncident } from '../../geo/model/incident-places.ts';
import { atOnce } from '../../geo/next-task.ts';
import { pairsIn } from '../../geo/store/find-pairs.ts';
import { createStore } from '../../geo/store/store.ts';
import { merged } from '../merged.ts';
import { incidents } from './random-incidents.ts';

/** Two datasets of few days and places, so that many rows may be of one event. */
const datasets = fc
  .array(
    incidents.map((all) => all.slice(0, 12)),
    { minLength: 2, maxLength: 3 },
  )
  .chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 60 })), {
        minLength: 36,
        maxLength: 36,
      }),
    ),
  )
  .map(([all, shifts]) =>
    all.map((rows, d) =>
      rows.map((row, i): Incident => {
        const [days, north] = shifts[d * 12 + i];
        const length = (parseDay(row.properties.end) ?? 0) - (parseDay(row.properties.start) ?? 0);
        const end = new Date(Date.UTC(2024, 0, 1 + days + length)).toISOString().slice(0, 10);
        const id = `d${d}r${i}`;
        return {
          ...row,
          id,
          geometry: { type: 'Point', coordinates: [70, 34 + north / 100] },
          properties: { ...row.properties, id, start: `2024-01-0${1 + days}`, end },
        };
      }),
    ),
  );

const days = ({ properties: p }: Incident) => [parseDay(p.start) ?? 0, parseDay(p.end) ?? 0] as const;
const isCircle = ({ properties: { locationPrecision: p } }: Incident) => p === 'exact' || p === 'town';
const radius = ({ properties: p }: Incident) => {
  if (p.locationPrecision === 'district') return 50;
  return p.borderKm !== null && p.borderKmMax !== null
    ? p.borderKmMax - p.borderKm
    : { exact: 1, town: 5, region: NaN, country: NaN }[p.locationPrecision];
};

/** The rule said once more, over whole incidents. */
function mayBeOne(a: Incident, b: Incident): boolean {
  const [p, q] = [a.properties, b.properties];
  const [firstA, lastA] = days(a);
  const [firstB, lastB] = days(b);
  const leeway = p.datePrecision === 'day' && q.datePrecision === 'day' ? 1 : 0;
  const areLong = Math.max(lastA - firstA, lastB - firstB) > 30;
  const inTime = areLong
    ? Math.abs(firstA - firstB) <= leeway && Math.abs(lastA - lastB) <= leeway
    : Math.max(firstA, firstB) - Math.min(lastA, lastB) <= leeway;

  const precisions = [p.locationPrecision, q.locationPrecision];
  const within = (coarse: Incident, other: Incident) =>
    [other.properties.district?.id, other.properties.districtByPoint?.id].includes(coarse.properties.district?.id);
  const outlined = [a, b].filter(
    ({ properties: { locationPrecision, district } }) => locationPrecision === 'district' && district !== null,
  );
  const inSpace = precisions.includes('country')
    ? false
    : precisions.includes('region')
      ? p.province !== null && p.province === q.province
      : outlined.length > 0
        ? outlined.some((one) => within(one, one === a ? b : a))
        : geodesicKm(placesOfIncident(a)[0], placesOfIncident(b)[0]) <= Math.max(5, radius(a) + radius(b));

  const [m, n] = [p.fatalities.best, q.fatalities.best];
  if (m === null || n === null || m + n === 0)
    return inTime && inSpace && p.type === q.type && isCircle(a) && isCircle(b);
  const near = m > 0 && n > 0 && Math.abs(m - n) <= Math.max(2, Math.max(m, n) / 5);
  const range = ({ low, high }: typeof p.fatalities, best: number) => [low ?? best, high ?? best];
  const [[lowA, highA], [lowB, highB]] = [range(p.fatalities, m), range(q.fatalities, n)];
  return inTime && inSpace && (near || (lowA <= highB && lowB <= highA));
}

test('pairs are of one event by the rule, each row in one of two datasets, and none that could be is left', () => {
  let found = 0;
  fc.assert(
    fc.property(datasets, (all) => {
      const store = merged(all.map((rows) => createStore(rows)));
      const { earlier, later } = atOnce(pairsIn(store.columns));
      found += earlier.length;
      const { dataset } = store.columns;
      const taken = new Set<string>();
      for (let i = 0; i < earlier.length; i++) {
        const [a, b] = [earlier[i], later[i]];
        expect(dataset[a]).toBeLessThan(dataset[b]);
        expect(mayBeOne(store.row(a), store.row(b))).toBe(true);
        for (const key of [`${a} ${dataset[b]}`, `${b} ${dataset[a]}`]) {
          expect(taken.has(key)).toBe(false);
          taken.add(key);
        }
      }
      for (let a = 0; a < store.size; a++)
        for (let b = 0; b < store.size; b++) {
          if (dataset[a] >= dataset[b] || taken.has(`${a} ${dataset[b]}`) || taken.has(`${b} ${dataset[a]}`)) continue;
          expect(mayBeOne(store.row(a), store.row(b)), `${a} ${b}`).toBe(false);
        }
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(50);
});
