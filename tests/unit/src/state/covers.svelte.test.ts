import { expect, test } from 'vitest';
import { standing } from '../../../../src/state/covers.svelte.ts';

const [list, incident, card, more] = [{ edge: 'start' }, { edge: 'end' }, { edge: null }, { edge: 'end' }] as const;
const room = (width: number, height = 600) => ({ width, height });

test('on a phone what was opened last stands alone', () => {
  expect(standing([list, incident, card], room(390))).toEqual([card]);
  expect(standing([card, list], room(720))).toEqual([list]);
  expect(standing([], room(390))).toEqual([]);
});

test('so it does on a low page, between two panels of which the map would have no buttons', () => {
  expect(standing([list, incident], room(844, 230))).toEqual([incident]);
  expect(standing([list, incident], room(1280, 230))).toEqual([list, incident]);
  expect(standing([list, incident], room(1280, 100))).toEqual([incident]);
});

test('a card stands beside one panel; between two there is no room for it on a narrow page', () => {
  expect(standing([card, list], room(820))).toEqual([card, list]);
  expect(standing([incident, card], room(820))).toEqual([incident, card]);
  expect(standing([list, incident, card], room(820))).toEqual([incident, card]);
  expect(standing([card, incident, list], room(820))).toEqual([incident, list]);
});

test('where there is room for all, all stand, but of those along one edge the last alone', () => {
  expect(standing([list, incident, card], room(1280))).toEqual([list, incident, card]);
  expect(standing([list, incident, more], room(1280))).toEqual([list, more]);
});
