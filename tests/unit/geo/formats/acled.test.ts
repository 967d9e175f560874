import { describe, expect, it } from 'vitest';
import { acled } from '../../../../geo/formats/acled.ts';
import { InputError } from '../../../../geo/model/errors.ts';
import { recordedSchema } from '../../../../geo/model/incident.ts';
import { reasonText } from '../../../../geo/words/findings.ts';
import { wordsOf } from './data-file.ts';
import { rejected, sides, taken } from './dataset-rows.ts';

/** The 31 columns of an export after March 2023, with a row written for this test. */
const ROW = {
  event_id_cnty: 'PAK900001',
  event_date: '2024-02-14',
  year: '2024',
  time_precision: '1',
  disorder_type: 'Political violence',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Military Forces of Pakistan (2022-)',
  assoc_actor_1: '',
  inter1: 'State forces',
  actor2: 'TTP: Tehreek-i-Taliban Pakistan',
  assoc_actor_2: 'HGB: Hafiz Gul Bahadur Group; Unidentified Armed Group (Pakistan)',
  inter2: '2',
  interaction: 'State forces-Rebel group',
  civilian_targeting: '',
  iso: '586',
  region: 'South Asia',
  country: 'Pakistan',
  admin1: 'Khyber Pakhtunkhwa',
  admin2: 'North Waziristan',
  admin3: 'Miran Shah',
  location: 'Miran Shah',
  latitude: '33.0044',
  longitude: '70.0722',
  geo_precision: '1',
  source: 'Made Daily; Invented Times',
  source_scale: 'National',
  notes: 'Written for a test, with "quotes", commas\nand a line break.',
  fatalities: '4',
  tags: '',
  timestamp: '1708000000',
};

describe('the score of a header', () => {
  const header = Object.keys(ROW);

  it('is sure of the whole header, in any order, case and spacing, with a byte-order mark', () => {
    expect(acled.score(header)).toBe(1);
    expect(acled.score(header.toReversed())).toBe(1);
    expect(acled.score(header.map((name, i) => `${i === 0 ? '\uFEFF' : ' '}${name.toUpperCase()} `))).toBe(1);
  });

  it('knows the columns of before March 2023', () => {
    const lacking = ['disorder_type', 'civilian_targeting', 'tags'];
    const old = ['data_id', 'event_id_no_cnty', 'iso3', ...header.filter((name) => !lacking.includes(name))];
    expect(acled.score(old)).toBe(1);
  });

  it('is surer than a plain table (0.5) with the needed columns alone, and 0 without one of them', () => {
    const needed = ['event_date', 'event_type', 'actor1', 'latitude', 'longitude'];
    expect(acled.score(needed)).toBeGreaterThan(0.5);
    expect(acled.score(needed)).toBeLessThan(acled.score(header));
    for (const name of needed) expect(acled.score(header.filter((other) => other !== name)), name).toBe(0);
    expect(acled.score(['date', 'lat', 'lon'])).toBe(0);
  });

  it('has no reader for a header that lacks what is needed, and names it', () => {
    const lacking = header.filter((name) => name !== 'latitude');
    let refusal: unknown = null;
    try {
      acled.reader(lacking);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(InputError);
    expect(wordsOf(refusal)).toMatch(/no column latitude\. Give the columns as ACLED has them$/);
  });
});

describe('a row', () => {
  it('is read whole', () => {
    const { recorded, lon, lat, radiusKm, warnings } = taken(acled, ROW);
    expect({ lon, lat, radiusKm, warnings }).toEqual({ lon: 70.0722, lat: 33.0044, radiusKm: null, warnings: [] });
    expect(recordedSchema.parse(recorded)).toEqual(recorded);
    expect(recorded).toMatchObject({
      id: 'ACLED-PAK900001',
      title: 'Armed clash, Miran Shah',
      type: 'armed_clash',
      start: '2024-02-14',
      end: '2024-02-14',
      datePrecision: 'day',
      place: 'Miran Shah',
      admin: 'North Waziristan',
      country: 'PK',
      locationPrecision: 'exact',
      fatalities: { best: 4, low: 4, high: 4 },
      injured: null,
      claims: [],
      remarks: [ROW.notes],
      confidence: null,
    });
    expect(recorded.sources.map(({ publisher, record }) => [publisher, record])).toEqual([
      ['Made Daily', null],
      ['Invented Times', null],
      ['ACLED', 'PAK900001'],
    ]);
  });

  it('is the same in an older file, in another order', () => {
    const { disorder_type, civilian_targeting, tags, ...rest } = ROW;
    expect([disorder_type, civilian_targeting, tags]).toHaveLength(3);
    const old = Object.fromEntries(
      Object.entries({ data_id: '1', event_id_no_cnty: '2', iso3: 'PAK', ...rest }).reverse(),
    );
    expect(taken(acled, old).recorded).toEqual(taken(acled, ROW).recorded);
  });

  it('is taken with the needed columns alone: what is missing is not known', () => {
    const { recorded, warnings } = taken(acled, {
      event_date: '14 February 2024',
      event_type: 'Riots',
      actor1: '',
      latitude: '33',
      longitude: '70',
    });
    expect(warnings).toEqual([]);
    expect(recordedSchema.parse(recorded)).toEqual(recorded);
    expect(recorded).toMatchObject({
      title: 'Riots',
      start: '2024-02-14',
      place: null,
      admin: null,
      country: null,
      actors: [],
      fatalities: { best: null, low: null, high: null },
    });
  });

  it('has an id from its content where it has none, the same each time', () => {
    const { id } = taken(acled, { ...ROW, event_id_cnty: '' }).recorded;
    expect(taken(acled, { ...ROW, event_id_cnty: ' ' }).recorded.id).not.toBe('');
    expect(taken(acled, { ...ROW, event_id_cnty: '' }).recorded.id).toBe(id);
    expect(taken(acled, { ...ROW, event_id_cnty: '', notes: 'another' }).recorded.id).not.toBe(id);
  });
});

describe('the type', () => {
  it.each([
    ['Armed clash', 'armed_clash'],
    ['Government regains territory', 'armed_clash'],
    ['Non-state actor overtakes territory', 'armed_clash'],
    ['Sexual violence', 'other'],
    ['Attack', 'raid_assault'],
    ['Abduction/forced disappearance', 'abduction'],
    ['Chemical weapon', 'other'],
    ['Air/drone strike', 'airstrike'],
    ['Suicide bomb', 'suicide_bombing'],
    ['Shelling/artillery/missile attack', 'other'],
    ['Remote explosive/landmine/IED', 'bombing_ied'],
    ['Grenade', 'bombing_ied'],
    ['Peaceful protest', 'political'],
    ['Protest with intervention', 'political'],
    ['Excessive force against protesters', 'other'],
    ['Violent demonstration', 'political'],
    ['Mob violence', 'other'],
    ['Agreement', 'political'],
    ['Arrests', 'other'],
    ['Change to group/activity', 'other'],
    ['Disrupted weapons use', 'other'],
    ['Headquarters or base established', 'other'],
    ['Looting/property destruction', 'other'],
    ['Non-violent transfer of territory', 'other'],
    ['Other', 'other'],
    ['A sub-event that is new', 'other'],
    ['constructor', 'other'],
  ])('of %s is %s, and its words stay in the title', (subEvent, type) => {
    const { recorded } = taken(acled, { ...ROW, event_type: 'New', sub_event_type: subEvent });
    expect(recorded.type).toBe(type);
    expect(recorded.title).toBe(`${subEvent}, Miran Shah`);
  });

  it('goes by the event where the sub-event is missing', () => {
    const type = (event: string) => taken(acled, { ...ROW, event_type: event, sub_event_type: '' }).recorded.type;
    expect(type('Battles')).toBe('armed_clash');
    expect(type('violence against civilians')).toBe('raid_assault');
    expect(type('Explosions/Remote violence')).toBe('other');
  });

  it('of shelling is across the border where the forces of one state shell in the other', () => {
    const shelling = (actor1: string, actor2: string, country: string) =>
      taken(acled, { ...ROW, sub_event_type: 'Shelling/artillery/missile attack', actor1, actor2, country }).recorded
        .type;
    const [pk, af] = ['Military Forces of Pakistan (2022-)', 'Military Forces of Afghanistan (2021-)'];
    expect(shelling(pk, af, 'Afghanistan')).toBe('cross_border_shelling');
    expect(shelling(pk, af, 'Pakistan')).toBe('cross_border_shelling');
    expect(shelling(pk, 'TTP: Tehreek-i-Taliban Pakistan', 'Pakistan')).toBe('other');
    expect(shelling('Taliban', af, 'Afghanistan')).toBe('other');
  });
});

describe('the days', () => {
  const days = (event_date: string, time_precision: string) => {
    const { start, end, datePrecision } = taken(acled, { ...ROW, event_date, time_precision }).recorded;
    return [start, end, datePrecision];
  };

  it('are read as ISO, with a time of day, in words, or with the day first', () => {
    const expected = ['2024-02-14', '2024-02-14', 'day'];
    for (const text of ['2024-02-14', ' 2024-02-14 00:00:00.000', '14 February 2024', '14-02-2024', '14/02/2024']) {
      expect(days(text, '1'), text).toEqual(expected);
    }
  });

  it('of a week are three days either side of the one that stands for it', () => {
    expect(days('2024-03-01', '2')).toEqual(['2024-02-27', '2024-03-04', 'week']);
    expect(days('2024-03-01', '2.0')).toEqual(['2024-02-27', '2024-03-04', 'week']);
  });

  it('of a month are the whole month', () => {
    expect(days('2024-02-14', '3')).toEqual(['2024-02-01', '2024-02-29', 'month']);
    expect(days('2023-12-16', '3')).toEqual(['2023-12-01', '2023-12-31', 'month']);
  });

  it('are a month with a warning where the precision is no code that is known', () => {
    const { recorded, warnings } = taken(acled, { ...ROW, time_precision: '7' });
    expect(recorded.datePrecision).toBe('month');
    expect(warnings.map(({ field, value }) => [field, value])).toEqual([['time_precision', '7']]);
  });

  it.each(['', '2023-02-29', 'yesterday', '03/04/2024'])('reject the row where they are %j', (event_date) => {
    const found = rejected(acled, { ...ROW, event_date });
    expect([found.field, found.value]).toEqual(['event_date', event_date]);
    expect(reasonText(found)).toMatch(/date|day/);
  });
});

describe('the place', () => {
  const place = (geo_precision: string) => {
    const { recorded, radiusKm } = taken(acled, { ...ROW, geo_precision });
    return [recorded.locationPrecision, radiusKm, recorded.admin];
  };

  it('is exact, about 25 km, or the region, of which alone the name holds', () => {
    expect(place('1')).toEqual(['exact', null, 'North Waziristan']);
    expect(place('2')).toEqual(['town', 25, 'North Waziristan']);
    expect(place('3')).toEqual(['region', null, 'Khyber Pakhtunkhwa']);
    expect(place('')).toEqual(['town', null, 'North Waziristan']);
    expect(place('4')[0]).toBe('region');
  });

  it.each([
    ['latitude', ''],
    ['latitude', 'north'],
    ['longitude', '70,07,22'],
    ['longitude', 'NaN'],
  ])('rejects the row where %s is %j', (column, value) => {
    expect(rejected(acled, { ...ROW, [column]: value })).toMatchObject({ field: column, value });
  });

  it.each([
    ['Pakistan', '586', 'PK'],
    ['afghanistan', '4', 'AF'],
    ['', '586', 'PK'],
    ['', '4.0', 'AF'],
    ['India', '356', 'other'],
    ['', '', null],
  ])('is in %j (%j): %s', (country, iso, expected) => {
    expect(taken(acled, { ...ROW, country, iso }).recorded.country).toBe(expected);
  });
});

describe('the actors', () => {
  const actors = (row: Partial<Record<keyof typeof ROW, string>>) =>
    sides(taken(acled, { ...ROW, assoc_actor_2: '', actor2: '', ...row }));

  it('are those named and those associated, each in its party', () => {
    expect(sides(taken(acled, ROW))).toEqual([
      '1 Military Forces of Pakistan (2022-): pakistan',
      '2 TTP: Tehreek-i-Taliban Pakistan: ttp',
      '2 HGB: Hafiz Gul Bahadur Group: ttp',
      '2 Unidentified Armed Group (Pakistan): unknown',
    ]);
  });

  it.each([
    ['Military Forces of Afghanistan (2004-2021)', '1', '2021-08-20', 'other_state'],
    ['Military Forces of Afghanistan (2021-)', '1', '2021-08-15', 'emirate'],
    ['Police Forces of Afghanistan', '1', '2021-08-14', 'other_state'],
    ['Police Forces of Afghanistan', '1', '2021-08-15', 'emirate'],
    ['Taliban', '2', '2015-01-01', 'emirate'],
    ['Taliban (Pakistan)', '2', '2015-01-01', 'ttp'],
    ['Islamic State Khorasan Province (ISKP)', '2', '2022-01-01', 'iskp'],
    ['Islamic State (Pakistan)', 'Rebel groups', '2022-01-01', 'iskp'],
    ['BLA: Baloch Liberation Army', '3', '2022-01-01', 'armed_group'],
    ['Some Militia', 'political militias', '2022-01-01', 'armed_group'],
    ['A new group', 'Identity militia', '2022-01-01', 'armed_group'],
    ['Unidentified Armed Group (Pakistan)', '3', '2022-01-01', 'unknown'],
    ['Military Forces of the United States (2021-2025)', '8', '2022-01-01', 'united_states'],
    ['NATO: North Atlantic Treaty Organization', '8', '2010-01-01', 'united_states'],
    ['Military Forces of Iran (1989-)', '8', '2024-01-16', 'other_state'],
    ['Private Security Forces (Pakistan)', '8', '2024-01-16', 'unknown'],
    ['Prison guards', '1', '2024-01-16', 'pakistan'],
    ['Civilians (Pakistan)', '7', '2024-01-16', 'civilians'],
    ['Protesters (Pakistan)', 'Protesters', '2024-01-16', 'civilians'],
    ['Rioters (Pakistan)', 'rioters', '2024-01-16', 'civilians'],
    ['Labour Group (Pakistan)', 'Civilians', '2024-01-16', 'civilians'],
    ['Who knows', '', '2024-01-16', 'unknown'],
  ])('%s (%s) on %s: %s', (actor1, inter1, event_date, side) => {
    expect(actors({ actor1, inter1, event_date })).toEqual([`1 ${actor1}: ${side}`]);
  });

  it('that are state forces are of the country of the event', () => {
    const guards = (country: string, event_date = '2020-01-01') =>
      actors({ actor1: 'Prison guards', inter1: '1', country, iso: '', event_date });
    expect(guards('Afghanistan')).toEqual(['1 Prison guards: other_state']);
    expect(guards('Afghanistan', '2023-01-01')).toEqual(['1 Prison guards: emirate']);
    expect(guards('India')).toEqual(['1 Prison guards: other_state']);
    expect(guards('')).toEqual(['1 Prison guards: unknown']);
  });
});

describe('a row of before 2019', () => {
  const { sub_event_type, ...old } = ROW;

  it.each([
    ['Battle-No change of territory', 'armed_clash'],
    ['Battle-Government regains territory', 'armed_clash'],
    ['Battle-Non-state actor overtakes territory', 'armed_clash'],
    ['Battle-Non-state actors overtake territory', 'armed_clash'],
    ['Battle - No Change of Territory', 'armed_clash'],
    ['Violence against civilians', 'raid_assault'],
    ['Remote violence', 'other'],
    ['Riots/Protests', 'political'],
    ['RIots / Protests ', 'political'],
    ['Strategic development', 'other'],
    ['Headquarters or base established', 'other'],
    ['Non-violent transfer of territory', 'other'],
  ])('%s is %s', (event_type, type) => {
    expect(sub_event_type).not.toBe('');
    const { recorded } = taken(acled, { ...old, event_type });
    expect([recorded.type, recorded.title]).toEqual([type, `${event_type.trim()}, Miran Shah`]);
  });

  it('shells across the border by the name that shelling had then', () => {
    const shelled = {
      ...ROW,
      event_type: 'Remote violence',
      sub_event_type: 'Artillery/missile attack',
      country: 'Afghanistan',
      iso: '4',
    };
    expect(taken(acled, shelled).recorded.type).toBe('cross_border_shelling');
  });

  it('tells what its actors are by the number of both, as far as that says which is which', () => {
    const kinds = (inter1: string, inter2: string, interaction: string) =>
      sides(taken(acled, { ...old, actor1: 'One', actor2: 'Two', assoc_actor_2: '', inter1, inter2, interaction })).map(
        (words) => words.replace(/^.*: /, ''),
      );
    expect(kinds('1', '2', '12')).toEqual(['pakistan', 'armed_group']);
    expect(kinds('2', '', '12')).toEqual(['armed_group', 'pakistan']);
    expect(kinds('', '1', '12')).toEqual(['armed_group', 'pakistan']);
    expect(kinds('', '', '37')).toEqual(['unknown', 'unknown']);
    expect(kinds('', '', '33')).toEqual(['armed_group', 'armed_group']);
    expect(kinds('', '', '30')).toEqual(['armed_group', 'unknown']);
    expect(kinds('3.0', '7.0', '37.0')).toEqual(['armed_group', 'civilians']);
    expect(kinds('', '', 'x')).toEqual(['unknown', 'unknown']);
  });

  it('has its allies in columns of another name', () => {
    const { assoc_actor_1, assoc_actor_2, ...without } = old;
    expect(assoc_actor_1).toBe('');
    const { recorded } = taken(acled, { ...without, ally_actor_1: '', ally_actor_2: assoc_actor_2 });
    expect(recorded.actors).toEqual(taken(acled, old).recorded.actors);
    expect(recorded.actors).toHaveLength(4);
  });

  it('names nobody where an actor is not known', () => {
    expect(sides(taken(acled, { ...old, actor2: 'Unknown', assoc_actor_2: '', inter2: '0' }))).toEqual([
      '1 Military Forces of Pakistan (2022-): pakistan',
    ]);
  });
});

describe('the deaths', () => {
  it('are none where none were reported, and not known where the cell is empty', () => {
    const best = (fatalities: string) => taken(acled, { ...ROW, fatalities }).recorded.fatalities.best;
    expect(best('0')).toBe(0);
    expect(best('')).toBeNull();
    expect(best('3.0')).toBe(3);
  });

  it('are not known, with a warning, where the cell holds no number', () => {
    const { recorded, warnings } = taken(acled, { ...ROW, fatalities: 'many' });
    expect(recorded.fatalities.best).toBeNull();
    expect(warnings).toMatchObject([{ field: 'fatalities', value: 'many' }]);
  });

  it('reject the row where they are below zero', () => {
    expect(rejected(acled, { ...ROW, fatalities: '-3' })).toMatchObject({ field: 'fatalities', value: '-3' });
  });
});
