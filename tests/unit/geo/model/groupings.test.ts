import { expect, test } from 'vitest';
import { groupOf } from '../../../../geo/model/groupings.ts';
import type { ActorSide } from '../../../../geo/model/incident.ts';

const by = (...sides: ActorSide[]) => groupOf({ type: 'ambush', actors: sides.map((side) => ({ side })) }, 'side');

test('an incident is of the armed side that takes part beside the states', () => {
  expect(by('pakistan', 'ttp')).toBe('ttp');
  expect(by('ttp', 'civilians')).toBe('ttp');
  expect(by('pakistan', 'emirate', 'other_state')).toBe('emirate');
  expect(by('iskp', 'iskp', 'unknown')).toBe('iskp');
  expect(by('united_states', 'armed_group')).toBe('armed_group');
});

test('the two Talibans are never one: with both, as with any two, it is of several', () => {
  expect(by('emirate', 'ttp')).toBe('several');
  expect(by('iskp', 'pakistan', 'armed_group')).toBe('several');
});

test('of states, civilians and what is not known alone none is told', () => {
  expect(by('pakistan')).toBe('none');
  expect(by('united_states', 'civilians')).toBe('none');
  expect(by('unknown', 'pakistan')).toBe('none');
  expect(by()).toBe('none');
});

test('by type it is what happened', () => {
  expect(groupOf({ type: 'ambush', actors: [] }, 'type')).toBe('attack');
});
