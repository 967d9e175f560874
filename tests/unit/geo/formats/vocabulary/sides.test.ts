import { describe, expect, it } from 'vitest';
import { settingOf, sideOf } from '../../../../../geo/formats/vocabulary/sides.ts';
import { readActorTable } from '../../../../../geo/layers/actors.ts';
import { sourceText } from '../../layers/source-text.ts';

/** The sides that are told of people and offices by knowing them, not by their words. */
const BY_WORDS = ['ttp', 'iskp', 'armed_group', 'united_states', 'emirate', 'other_state'];
const PESHAWAR = [71.58, 34.01] as const;
const ALEPPO = [37.16, 36.2] as const;
const HERE = settingOf('2019-06-01', 'PK', ...PESHAWAR);

describe('the side of an actor', () => {
  const actors = [...readActorTable(sourceText('actors.csv'), 'actors.csv').values()].flat();

  it("never contradicts the project's own table of actors", () => {
    for (const { name, side } of actors) expect([side, 'unknown'], name).toContain(sideOf(name, HERE));
  });

  it('is known of every group and foreign state in that table', () => {
    const missed = actors.filter(({ name, side }) => BY_WORDS.includes(side) && sideOf(name, HERE) === 'unknown');
    // a thing of the Emirate's only by what the incident tells
    expect([...new Set(missed.map(({ name }) => name))]).toEqual(['Military depot']);
  });

  it('is open for a bare "Taliban", which may be either', () => {
    expect(sideOf('Taliban', HERE)).toBe('unknown');
    expect(sideOf('Taliban fighters', HERE)).toBe('unknown');
    expect(sideOf('Afghan Taliban', HERE)).toBe('emirate');
    expect(sideOf('Pakistani Taliban', HERE)).toBe('ttp');
    expect(sideOf('Tehreek-e-Taliban Pakistan', HERE)).toBe('ttp');
  });

  it.each([
    ['1996-09-26', 'other_state'],
    ['1996-09-27', 'emirate'],
    ['2001-11-13', 'emirate'],
    ['2001-11-14', 'other_state'],
    ['2021-08-14', 'other_state'],
    ['2021-08-15', 'emirate'],
  ])('is on %s for the government in Kabul: %s', (day, side) => {
    const then = settingOf(day, 'AF', 69.2, 34.5);
    expect(sideOf('Government of Afghanistan', then)).toBe(side);
    expect(sideOf('Islamic Republic of Afghanistan', then)).toBe('other_state');
    expect(sideOf('Islamic Emirate of Afghanistan', then)).toBe('emirate');
  });

  it('is unknown for words that say nothing', () => {
    for (const words of ['', ' ', '__proto__', 'constructor', 'اردو', '<b>x</b>']) {
      expect(sideOf(words, HERE), words).toBe('unknown');
    }
  });

  it.each([
    ['Jondullah', 'ttp'],
    ['Jundullah', 'ttp'],
    ['Fedayeen Islam', 'ttp'],
    ['LeJ', 'armed_group'],
    ['Lashkhar of Wazir tribe', 'armed_group'],
    ['Laskhar of Masozai Qaumi tribe', 'armed_group'],
    ['Ansaar ul-Islam', 'armed_group'],
    ['Tawheed ul-Islam', 'armed_group'],
    ['Forces of Turkestan Bhittani', 'armed_group'],
    ['Jaish al-Adl', 'armed_group'],
    // a party, and peoples: UCDP counts them among the groups, their names alone do not say so
    ['MQM', 'unknown'],
    ['Mohajir', 'unknown'],
  ])('is told of the spellings of UCDP for Pakistan: %s: %s', (words, side) => {
    expect(sideOf(words, HERE)).toBe(side);
  });

  // names as ACLED and UCDP write them
  it.each([
    ['Islamic State (Syria)', 'armed_group'],
    ['Islamic State West Africa Province (ISWAP) - Lake Chad Faction', 'armed_group'],
    ['Islamic State Sahel Province (ISSP)', 'armed_group'],
    ['Islamic State (Greater Sahara)', 'armed_group'],
    ['Islamic State (West Africa) - Greater Sahara Faction', 'armed_group'],
    ['MUJAO: Movement for Unity and Jihad in West Africa', 'armed_group'],
    ['HTS: Hayat Tahrir al Sham', 'armed_group'],
    ["Hay'at Tahrir al-Sham", 'armed_group'],
    ['Syrian Democratic Forces (2015-)', 'armed_group'],
    ['QSD: Syrian Democratic Forces', 'armed_group'],
    ['Syrian National Army', 'armed_group'],
    ['Women’s Protection Units', 'armed_group'],
    ['Pastoralists (Burkina Faso)', 'civilians'],
    ['Labour Group (Mali)', 'civilians'],
    ['Military Forces of Syria (2000-2024)', 'other_state'],
    ['Government of Syria', 'other_state'],
    ['Syrian Arab Army', 'other_state'],
    ['Russian forces', 'other_state'],
    ['Military Forces of Russia (2000-) Air Force', 'other_state'],
    ['Ukrainian Armed Forces', 'other_state'],
    ['Ukraine', 'other_state'],
    ['JNIM: Group for Support of Islam and Muslims', 'armed_group'],
    ["Jama'at Nusrat al-Islam wal-Muslimin (JNIM)", 'armed_group'],
    ['Boko Haram - Jamaatu Ahlis Sunna li-Dawati wal-Jihad', 'armed_group'],
    ['Ansaroul Islam', 'armed_group'],
    ['Malian Armed Forces', 'other_state'],
    ['Military Forces of Burkina Faso (2022-)', 'other_state'],
    ['ULA/AA: United League of Arakan/Arakan Army', 'armed_group'],
    ['MNDAA: Myanmar National Democratic Alliance Army', 'armed_group'],
    ["People's Defense Force - Myingyan", 'armed_group'],
    ['TNLA', 'armed_group'],
    ['Myanmar Army', 'other_state'],
    ['Tatmadaw', 'other_state'],
    // disputed whose they are, or of several that change sides
    ['Wagner Group', 'unknown'],
    ['DPR', 'unknown'],
    ['Azov', 'unknown'],
    ['Volunteers for Defense of Homeland', 'unknown'],
  ])('of another conflict is told where its name is clear: %s: %s', (words, side) => {
    expect(sideOf(words, settingOf('2024-01-01', 'other', ...ALEPPO))).toBe(side);
  });

  it.each([
    ['IS', 'iskp', 'armed_group'],
    ['ISIS', 'iskp', 'armed_group'],
    ['Jundallah', 'ttp', 'armed_group'],
    ['NDS', 'other_state', 'unknown'],
    ['Levies', 'pakistan', 'unknown'],
    ['Islamic State Khorasan Province', 'iskp', 'iskp'],
    ['Tehrik-i-Taliban Pakistan', 'ttp', 'ttp'],
    ['Military Forces of Pakistan', 'pakistan', 'pakistan'],
    ['Afghan Taliban', 'emirate', 'emirate'],
    ['United States', 'united_states', 'united_states'],
  ])('of %s is %s here and %s elsewhere: a short name is not ours everywhere', (words, here, elsewhere) => {
    expect(sideOf(words, HERE)).toBe(here);
    expect(sideOf(words, settingOf('2019-06-01', 'other', ...PESHAWAR))).toBe(elsewhere);
    expect(sideOf(words, settingOf('2019-06-01', null, ...ALEPPO))).toBe(elsewhere);
    expect(sideOf(words, settingOf('2019-06-01', null, ...PESHAWAR))).toBe(here);
  });
});
