import { describe, expect, it } from 'vitest';
import * as incidents from '../../../../geo/model/incident.ts';
import { COUNTRIES } from '../../../../geo/region.ts';
import { createColumns, MOST_DATASETS, NO_CODE } from '../../../../geo/store/columns.ts';
import { failures, FILTER_BITS, FILTER_KEYS, maskOf, NO_FILTERS } from '../../../../geo/store/filter.ts';
import { createRejects, rejectAt } from '../../../../geo/import/rejects.ts';
import { createStore, mergeStores, partOf, rowsOf, type Store } from '../../../../geo/store/store.ts';
import { createTextsBuilder, mergeTexts, textAt } from '../../../../geo/store/texts.ts';
import { incident } from './made-incidents.ts';

function ended<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How many values an integer array can tell apart. */
const room = (array: { BYTES_PER_ELEMENT: number }) => 2 ** (8 * array.BYTES_PER_ELEMENT);

describe('what is counted fits what it is counted in', () => {
  const columns = createColumns(1);

  it('codes of lists, beside that for what is not known', () => {
    const lists = {
      type: incidents.INCIDENT_TYPES,
      group: incidents.GROUPS,
      country: COUNTRIES,
      datePrecision: incidents.DATE_PRECISIONS,
      locationPrecision: incidents.LOCATION_PRECISIONS,
      confidence: incidents.CONFIDENCES,
      borderSide: incidents.PLACE_SIDES,
    };
    for (const [name, list] of Object.entries(lists)) {
      expect(list.length, name).toBeLessThanOrEqual(NO_CODE);
      expect(NO_CODE, name).toBeLessThan(room(columns[name as keyof typeof lists]));
    }
  });

  it('a bit for each side of an actor and for each filter', () => {
    expect(2 ** incidents.ACTOR_SIDES.length).toBeLessThanOrEqual(room(columns.sides));
    const failed = failures(createStore([incident({ id: 'a' })]), NO_FILTERS);
    expect(2 ** FILTER_KEYS.length).toBeLessThanOrEqual(room(failed));
    expect([...FILTER_KEYS].sort()).toEqual(Object.keys(NO_FILTERS).sort());
    for (const key of FILTER_KEYS) {
      failed[0] = FILTER_BITS[key];
      expect([...maskOf(failed), ...maskOf(failed, key)], key).toEqual([0, 1]);
    }
  });

  it('datasets, of which there may be more than 256', () => {
    expect(room(columns.dataset)).toBe(MOST_DATASETS);
    const stores = Array.from({ length: 300 }, (_, i) => createStore([incident({ id: `I${i}` })]));
    const merged = ended(mergeStores(stores));
    expect(Array.from(merged.columns.dataset)).toEqual(stores.map((_, i) => i));
    expect(merged.row(299).properties.id).toBe('I299');
    const part = partOf(merged, 299, stores[299]);
    expect([part.size, part.row(0).properties.id]).toEqual([1, 'I299']);
    expect(Array.from(rowsOf(part).columns.dataset)).toEqual([0]);
  });

  it('of more datasets than can be told apart it is said so', () => {
    const none = createStore([]);
    const many = Array.from({ length: MOST_DATASETS + 1 }, (): Store => none);
    expect(() => ended(mergeStores(many))).toThrow('65537 datasets are more than can be shown at once');
  });

  it('chunks of texts, of which there may be more than 65,536', () => {
    const builder = createTextsBuilder();
    builder.add('a text');
    const texts = builder.finish();
    const two = { ...texts, chunks: [texts.chunks[0], texts.chunks[0]] };
    const from = Array.from({ length: 40_000 }, () => two);
    const parts = Uint16Array.of(39_999, 0);
    const merged = mergeTexts([...from.slice(1), { ...two, chunk: Uint16Array.of(1) }], parts, Uint32Array.of(0, 0));
    expect(merged.chunk[0]).toBe(79_999);
    expect([textAt(merged, 0), textAt(merged, 1)]).toEqual(['a text', 'a text']);
  });

  it('reasons: the code of each fits, however many there are', () => {
    const rejects = createRejects();
    const row = { raw: '', field: null, value: '', code: 'more-cells' } as const;
    for (let i = 0; i < 300; i++) rejects.add({ ...row, line: i, params: { columns: i } });
    const finished = rejects.finish();
    expect(rejectAt(finished, 299)).toMatchObject({ line: 299, params: { columns: 299 } });
    expect(finished.codes.BYTES_PER_ELEMENT).toBe(4);
  });
});
