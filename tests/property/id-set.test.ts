import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIdSet } from '../../geo/import/id-set.ts';

test('holds what a Set of strings holds', () => {
  // few units, so that texts are often the same, or the same but for their ends
  const id = fc.string({ unit: fc.constantFrom('a', 'b', '1', '\u0000', '\uffff', '\ud83d', 'ی'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(id, { maxLength: 300 }), fc.array(id, { maxLength: 50 }), (added, asked) => {
      const [ids, known] = [createIdSet(), new Set<string>()];
      for (const each of added) {
        expect(ids.has(each)).toBe(known.has(each));
        expect(ids.add(each)).toBe(!known.has(each));
        known.add(each);
      }
      expect([...ids.values()]).toEqual([...known]);
      for (const each of [...asked, ...added]) expect(ids.has(each)).toBe(known.has(each));
    }),
    { numRuns: 300 },
  );
});

test('grows to any size, and holds long texts', () => {
  const ids = createIdSet();
  const long = 'x'.repeat(200_000);
  ids.add(long);
  for (let i = 0; i < 50_000; i++) ids.add(`s${i}`);
  expect(ids.has(long)).toBe(true);
  expect(ids.values().next().value).toBe(long);
  expect(ids.has(long.slice(1))).toBe(false);
  for (let i = 0; i < 50_000; i += 97) expect(ids.has(`s${i}`)).toBe(true);
  expect(ids.has('s50000')).toBe(false);
});
