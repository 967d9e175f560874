import { expect, test } from 'vitest';
import { standing } from '../../../../src/state/covers.svelte.ts';

const [list, incident, card] = [{ edge: 'start' }, { edge: 'end' }, { edge: null }] as const;

test('on a phone what was opened last stands alone', () => {
  expect(standing([list, incident, card], 390)).toEqual([card]);
  expect(standing([card, list], 720)).toEqual([list]);
  expect(standing([], 390)).toEqual([]);
});

test('a card stands beside one panel; between two there is no room for it on a narrow page', () => {
  expect(standing([card, list], 820)).toEqual([card, list]);
  expect(standing([incident, card], 820)).toEqual([incident, card]);
  expect(standing([list, incident, card], 820)).toEqual([incident, card]);
  expect(standing([card, incident, list], 820)).toEqual([incident, list]);
});

test('where there is room for all, all stand', () => {
  expect(standing([list, incident, card], 1280)).toEqual([list, incident, card]);
});
