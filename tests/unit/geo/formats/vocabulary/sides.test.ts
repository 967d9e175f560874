import { describe, expect, it } from 'vitest';
import { sideOf } from '../../../../../geo/formats/vocabulary/sides.ts';
import { readActorTable } from '../../../../../geo/layers/actors.ts';
import { sourceText } from '../../layers/source-text.ts';

/** The sides that are told of people and offices by knowing them, not by their words. */
const BY_WORDS = ['ttp', 'iskp', 'armed_group', 'united_states', 'emirate', 'other_state'];
const DAY = '2019-06-01';

describe('the side of an actor', () => {
  const actors = [...readActorTable(sourceText('actors.csv'), 'actors.csv').values()].flat();

  it("never contradicts the project's own table of actors", () => {
    for (const { name, side } of actors) expect([side, 'unknown'], name).toContain(sideOf(name, DAY));
  });

  it('is known of every group and foreign state in that table', () => {
    const missed = actors.filter(({ name, side }) => BY_WORDS.includes(side) && sideOf(name, DAY) === 'unknown');
    // a thing of the Emirate's only by what the incident tells
    expect([...new Set(missed.map(({ name }) => name))]).toEqual(['Military depot']);
  });

  it('is open for a bare "Taliban", which may be either', () => {
    expect(sideOf('Taliban', DAY)).toBe('unknown');
    expect(sideOf('Taliban fighters', DAY)).toBe('unknown');
    expect(sideOf('Afghan Taliban', DAY)).toBe('emirate');
    expect(sideOf('Pakistani Taliban', DAY)).toBe('ttp');
    expect(sideOf('Tehreek-e-Taliban Pakistan', DAY)).toBe('ttp');
  });

  it.each([
    ['1996-09-26', 'other_state'],
    ['1996-09-27', 'emirate'],
    ['2001-11-13', 'emirate'],
    ['2001-11-14', 'other_state'],
    ['2021-08-14', 'other_state'],
    ['2021-08-15', 'emirate'],
  ])('is on %s for the government in Kabul: %s', (day, side) => {
    expect(sideOf('Government of Afghanistan', day)).toBe(side);
    expect(sideOf('Islamic Republic of Afghanistan', day)).toBe('other_state');
    expect(sideOf('Islamic Emirate of Afghanistan', day)).toBe('emirate');
  });

  it('is unknown for words that say nothing', () => {
    for (const words of ['', ' ', '__proto__', 'constructor', 'اردو', '<b>x</b>']) {
      expect(sideOf(words, DAY), words).toBe('unknown');
    }
  });
});
