import { describe, expect, it } from 'vitest';
import { mergedList, placeAfter, type KeptDataset } from '../../../../src/workers/kept-list.ts';

const kept = (id: string, change: Partial<KeptDataset> = {}): KeptDataset => ({
  id,
  name: `${id}.csv`,
  licence: 'your own file',
  on: true,
  report: null,
  ...change,
});
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => kept(id));
const ids = (list: readonly KeptDataset[]) => list.map(({ id }) => id).join('');

describe('the changes of one page to a list that others change too', () => {
  it('leave what this page does not know: what another opened, and what could not be brought back', () => {
    expect(ids(mergedList([a], [{ ...a, on: false }], [a, b]))).toBe('ab');
    expect(ids(mergedList([], [a], [b]))).toBe('ba');
    expect(ids(mergedList([a, c], [a, c], [a, b, c, d]))).toBe('abcd');
  });

  it('take away what this page removed, and nothing else', () => {
    expect(ids(mergedList([a, b], [a], [a, b, c]))).toBe('ac');
    expect(ids(mergedList([a, b], [], [a, b, c]))).toBe('c');
  });

  it('do not bring back what another removed', () => {
    expect(ids(mergedList([a, b], [a, { ...b, name: 'B' }], [a]))).toBe('a');
    expect(ids(mergedList([a, b], [b, a], []))).toBe('');
  });

  it('put what is new at the end, or else after what it comes after here', () => {
    expect(ids(mergedList([a, c], [a, b, c], [a, c, d]))).toBe('abcd');
    expect(ids(mergedList([a], [b, a], [a, d]))).toBe('bad');
    expect(ids(mergedList([a, b], [a, b, c], [b, d]))).toBe('bdc');
  });

  it('change a name, a licence and a switch where this page did, and keep what another changed', () => {
    const theirs = [{ ...a, name: 'theirs', on: false }, b];
    expect(mergedList([a, b], [{ ...a, licence: 'CC0' }, b], theirs)).toEqual([
      { ...a, name: 'theirs', licence: 'CC0', on: false },
      b,
    ]);
    expect(mergedList([a, b], [a, { ...b, name: 'mine' }], theirs)).toEqual([theirs[0], { ...b, name: 'mine' }]);
  });

  it('change the order where this page did, around what it does not know', () => {
    expect(ids(mergedList([a, b], [b, a], [a, c, b]))).toBe('bca');
    expect(ids(mergedList([a, b, d], [a, b, d], [b, a, c, d]))).toBe('bacd');
    expect(ids(mergedList([a, b, c], [c, a, b], [a, b]))).toBe('ab');
  });

  it('name new content together with its version and its report', () => {
    const report = { read: 1 } as KeptDataset['report'];
    const again = { ...a, version: '2', content: 'a/2', report };
    expect(mergedList([a], [again], [{ ...a, name: 'theirs' }])).toEqual([{ ...again, name: 'theirs' }]);
    // another page has kept it anew meanwhile
    expect(mergedList([a], [{ ...a, on: false }], [again])).toEqual([{ ...again, on: false }]);
  });

  it('are nothing where nothing was changed', () => {
    const theirs = [{ ...b, on: false }, a, c];
    expect(mergedList([a, b], [a, b], theirs)).toEqual(theirs);
  });
});

it('something comes after the nearest that is there, or first', () => {
  expect(placeAfter([a, b], [a, c])).toBe(1);
  expect(placeAfter([a, c], [a, b, c])).toBe(3);
  expect(placeAfter([d], [a, b])).toBe(0);
});
