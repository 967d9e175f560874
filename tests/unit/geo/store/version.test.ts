import { expect, it } from 'vitest';
import { columnKinds, createColumns } from '../../../../geo/store/columns.ts';
import { STORED, storeVersion } from '../../../../geo/store/version.ts';

it('the version of stored columns is another where anything is that their numbers depend on', () => {
  const { lists, columns } = STORED;
  const others = [
    { ...STORED, lists: { ...lists, type: ['siege', ...lists.type] } },
    { ...STORED, lists: { ...lists, type: [...lists.type].reverse() } },
    ...Object.entries(lists).map(([name, list]) => ({ ...STORED, lists: { ...lists, [name]: list.slice(1) } })),
    { ...STORED, columns: [...columns, ['wounded', 'Int32Array']] },
    { ...STORED, columns: columns.slice(1) },
    { ...STORED, columns: columns.map(([name]) => [name, 'Uint8Array']) },
    { ...STORED, meaning: STORED.meaning + 1 },
  ];
  const all = [storeVersion([]), storeVersion(['sha256:a']), ...others.map((stored) => storeVersion([], stored))];
  expect(new Set(all).size).toBe(all.length);
  expect(storeVersion(['a', 'b'])).toBe(storeVersion(['b', 'a']));
});

it('it names every column', () => {
  expect(columnKinds().map(([name]) => name)).toEqual(Object.keys(createColumns(1)));
  expect(Object.fromEntries(columnKinds())).toMatchObject({ lon: 'Float64Array', dataset: 'Uint16Array' });
});
