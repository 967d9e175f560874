import { describe, expect, test } from 'vitest';
import { GROUP_OF, INCIDENT_TYPES } from '../../../../geo/model/incident.ts';
import { ALL_GROUPS, isShown, toggleGroup, wholeGroups } from '../../../../src/scene/groups.ts';

describe('switching a group in the legend', () => {
  test('off hides its types alone; on again shows all, which is no filter', () => {
    const without = toggleGroup(null, 'force');
    expect(without).toEqual(INCIDENT_TYPES.filter((type) => GROUP_OF[type] !== 'force'));
    expect(isShown(without, 'force')).toBe(false);
    expect(isShown(without, 'attack')).toBe(true);
    expect(toggleGroup(without, 'force')).toBeNull();
  });

  test('the last one off leaves nothing, not everything', () => {
    expect(toggleGroup(['talks', 'ceasefire', 'political'], 'politics')).toEqual([]);
  });

  test('whole groups are bits in the order of GROUPS; a group in part is none', () => {
    expect(wholeGroups(null)).toBe(ALL_GROUPS);
    expect(ALL_GROUPS).toBe(0b111111); // by side there are six
    expect(wholeGroups(toggleGroup(null, 'force'))).toBe(0b11011);
    expect(wholeGroups([])).toBe(0);
    expect(wholeGroups(['ambush'])).toBeNull();
    expect(wholeGroups(['suicide_bombing', 'bombing_ied'])).toBe(0b00010);
  });

  test('on adds all its types', () => {
    expect(toggleGroup(['ambush'], 'politics')).toEqual(['ambush', 'ceasefire', 'talks', 'political']);
  });
});
