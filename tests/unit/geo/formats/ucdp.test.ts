import { describe, expect, it } from 'vitest';
import { ucdp, UCDP_COLUMNS } from '../../../../geo/formats/ucdp.ts';
import { recordedSchema } from '../../../../geo/model/incident.ts';
import { rejected, sides, taken } from './dataset-rows.ts';

/** The 49 columns in order, with a row written for this test. */
const ROW = {
  id: '9000001',
  relid: 'PAK-2012-1-404-1',
  year: '2012',
  active_year: '1',
  code_status: 'Clear',
  type_of_violence: '1',
  conflict_dset_id: '404',
  conflict_new_id: '404',
  conflict_name: 'Pakistan: Government',
  dyad_dset_id: '1',
  dyad_new_id: '1',
  dyad_name: 'Government of Pakistan - TTP',
  side_a_dset_id: '143',
  side_a_new_id: '143',
  side_a: 'Government of Pakistan',
  side_b_dset_id: '1',
  side_b_new_id: '1',
  side_b: 'TTP',
  number_of_sources: '-1',
  source_article: '"Made Daily,2012-03-02,Clash in the hills; three killed";"Invented Times,2012-03-03,More"',
  source_office: 'Made Daily;Invented Times',
  source_date: '2012-03-02;2012-03-03',
  source_headline: 'Clash in the hills; three killed;More',
  source_original: 'police',
  where_prec: '1',
  where_coordinates: 'Miran Shah',
  where_description: 'near the bazaar',
  adm_1: 'Khyber Pakhtunkhwa province',
  adm_2: 'North Waziristan district',
  latitude: '33.0044',
  longitude: '70.0722',
  geom_wkt: 'POINT (70.0722 33.0044)',
  priogrid_gid: '177261',
  country: 'Pakistan',
  country_id: '770',
  region: 'Asia',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2012-03-01 00:00:00.000',
  date_end: '2012-03-01 00:00:00.000',
  deaths_a: '1',
  deaths_b: '2',
  deaths_civilians: '0',
  deaths_unknown: '0',
  best: '3',
  high: '5',
  low: '2',
  gwnoa: '770',
  gwnob: '',
};

describe('the header', () => {
  it('is the 49 columns, in order, for files without one', () => {
    expect(UCDP_COLUMNS).toEqual(Object.keys(ROW));
    expect(UCDP_COLUMNS).toHaveLength(49);
  });

  it('is known by its columns, whatever their order and case', () => {
    expect(ucdp.score(UCDP_COLUMNS)).toBe(1);
    expect(ucdp.score(UCDP_COLUMNS.toReversed().map((name) => ` ${name.toUpperCase()}`))).toBe(1);
    const older = UCDP_COLUMNS.filter((name) => !/^(?:code_status|number_of_sources|.*_dset_id)$/.test(name));
    expect(ucdp.score(older)).toBeGreaterThan(0.5);
    expect(ucdp.score(UCDP_COLUMNS.filter((name) => name !== 'type_of_violence'))).toBe(0);
  });
});

describe('a row', () => {
  it('is read whole', () => {
    const { recorded, lon, lat, radiusKm, warnings } = taken(ucdp, ROW);
    expect({ lon, lat, radiusKm, warnings }).toEqual({ lon: 70.0722, lat: 33.0044, radiusKm: null, warnings: [] });
    expect(recordedSchema.parse(recorded)).toEqual(recorded);
    expect(recorded).toMatchObject({
      id: 'UCDP-9000001',
      title: 'Government of Pakistan – TTP, Miran Shah',
      type: 'armed_clash',
      start: '2012-03-01',
      end: '2012-03-01',
      datePrecision: 'day',
      place: 'Miran Shah',
      admin: 'North Waziristan district',
      country: 'PK',
      locationPrecision: 'exact',
      fatalities: { best: 3, low: 2, high: 5 },
      injured: null,
      remarks: ['Clash in the hills; three killed;More', 'near the bazaar', 'State-based violence'],
      confidence: null,
    });
    expect(recorded.sources).toEqual([
      { publisher: 'Made Daily', title: 'Clash in the hills; three killed', year: 2012, url: null, record: null },
      { publisher: 'Invented Times', title: 'More', year: 2012, url: null, record: null },
      { publisher: 'UCDP', title: null, year: null, url: null, record: '9000001' },
    ]);
  });

  it('is read without a header by the order of the columns', () => {
    const read = ucdp.reader(UCDP_COLUMNS)(Object.values(ROW));
    expect(read).toMatchObject({ event: { recorded: { id: 'UCDP-9000001' } } });
  });

  it('names the offices where it has no articles, and articles that are written otherwise whole', () => {
    const publishers = (source_article: string) =>
      taken(ucdp, { ...ROW, source_article }).recorded.sources.map(({ publisher, title }) => [publisher, title]);
    expect(publishers('').slice(0, 2)).toEqual([
      ['Made Daily', null],
      ['Invented Times', null],
    ]);
    expect(publishers('A book on the hills; Invented Times, 2012-03-03')).toEqual([
      ['A book on the hills', null],
      ['Invented Times', null],
      ['UCDP', null],
    ]);
    expect(publishers('";"')).toEqual([['UCDP', null]]);
  });
});

describe('what kind of violence it was', () => {
  it.each([
    ['1', 'armed_clash', 'State-based violence'],
    ['2', 'armed_clash', 'Non-state violence'],
    ['3', 'raid_assault', 'One-sided violence'],
    ['3.0', 'raid_assault', 'One-sided violence'],
    ['9', 'other', 'Violence'],
    ['', 'other', 'Violence'],
  ])('%j is %s, and UCDP says %s', (type_of_violence, type, words) => {
    const { recorded } = taken(ucdp, { ...ROW, type_of_violence });
    expect(recorded.type).toBe(type);
    expect(recorded.remarks).toContain(words);
  });

  it('is said to be less clear where UCDP says so', () => {
    expect(taken(ucdp, { ...ROW, event_clarity: '2' }).recorded.remarks).toContain('Less clear to UCDP');
    expect(taken(ucdp, ROW).recorded.remarks).not.toContain('Less clear to UCDP');
  });
});

describe('the place', () => {
  it.each([
    ['1', 'exact', null],
    ['2', 'town', 25],
    ['3', 'district', null],
    ['4', 'region', null],
    ['5', 'region', null],
    ['6', 'country', null],
    ['7', 'region', null],
    ['', 'town', null],
    ['8', 'country', null],
  ])('with where_prec %j is %s, %s km', (where_prec, precision, radius) => {
    const { recorded, radiusKm } = taken(ucdp, { ...ROW, where_prec });
    expect([recorded.locationPrecision, radiusKm]).toEqual([precision, radius]);
  });

  it.each([
    ['Afghanistan', '', 'AF'],
    ['', '770', 'PK'],
    ['', '700', 'AF'],
    ['', '4', 'other'],
    ['', '', null],
    ['Iran', '630', 'other'],
  ])('is in %j (%j): %s', (country, country_id, expected) => {
    expect(taken(ucdp, { ...ROW, country, country_id }).recorded.country).toBe(expected);
  });

  it('has the province where there is no district, and the title then too', () => {
    const { recorded } = taken(ucdp, { ...ROW, adm_2: '', where_coordinates: '' });
    expect(recorded).toMatchObject({
      admin: 'Khyber Pakhtunkhwa province',
      place: null,
      title: 'Government of Pakistan – TTP, Khyber Pakhtunkhwa province',
    });
  });
});

describe('the days', () => {
  it.each([
    ['1', 'day'],
    ['2', 'week'],
    ['3', 'week'],
    ['4', 'month'],
    ['5', 'year'],
    ['', 'day'],
    ['6', 'year'],
  ])('with date_prec %j are known to the %s, and run as the file says', (date_prec, precision) => {
    const { recorded } = taken(ucdp, { ...ROW, date_prec, date_start: '2012-02-28', date_end: '2012-03-04' });
    expect([recorded.start, recorded.end, recorded.datePrecision]).toEqual(['2012-02-28', '2012-03-04', precision]);
  });

  it('end where they start where no end is given, or one that cannot be; without a first one the row is rejected', () => {
    expect(taken(ucdp, { ...ROW, date_end: '' }).recorded.end).toBe('2012-03-01');
    expect(rejected(ucdp, { ...ROW, date_start: '' })).toMatchObject({ field: 'date_start' });
    for (const date_end of ['2012-02-30', '2011-03-01', '9999-12-31', 'ongoing']) {
      const { recorded, warnings } = taken(ucdp, { ...ROW, date_end });
      expect(recorded.end).toBe('2012-03-01');
      expect(warnings).toMatchObject([{ field: 'date_end', value: date_end, code: 'odd-end' }]);
    }
  });
});

describe('the deaths', () => {
  it('are not known where they are -1 or empty', () => {
    const { fatalities } = taken(ucdp, { ...ROW, best: '-1', low: '', high: '-1.0' }).recorded;
    expect(fatalities).toEqual({ best: null, low: null, high: null });
    expect(taken(ucdp, { ...ROW, best: '0', low: '0' }).recorded.fatalities.best).toBe(0);
  });

  it('reject the row below zero', () => {
    expect(rejected(ucdp, { ...ROW, best: '-4' })).toMatchObject({ field: 'best', value: '-4' });
  });

  it('are known without their range where that is upside down', () => {
    const { recorded, warnings } = taken(ucdp, { ...ROW, best: '2', low: '2', high: '1' });
    expect(recorded.fatalities).toEqual({ best: 2, low: null, high: null });
    expect(warnings).toMatchObject([{ field: 'low', value: '2', code: 'range-left-out' }]);
  });
});

describe('the sides', () => {
  it.each([
    ['Government of Pakistan', '2012-03-01', 'pakistan'],
    ['Government of Afghanistan', '1999-05-01', 'emirate'],
    ['Government of Afghanistan', '2012-03-01', 'other_state'],
    ['Government of Afghanistan', '2021-08-14', 'other_state'],
    ['Government of Afghanistan', '2021-08-15', 'emirate'],
    ['Government of United States of America', '2012-03-01', 'united_states'],
    ['Government of Iran', '2012-03-01', 'other_state'],
    ['TTP', '2012-03-01', 'ttp'],
    ['TTP - TA', '2012-03-01', 'ttp'],
    ['Jamaat-ul-Ahrar', '2016-03-01', 'ttp'],
    ['Taleban', '2012-03-01', 'emirate'],
    ['IS', '2016-03-01', 'iskp'],
    ['BLA', '2012-03-01', 'armed_group'],
    ['Lashkar-e-Islam', '2012-03-01', 'armed_group'],
    ['Supporters of a made party', '2012-03-01', 'armed_group'],
    ['Civilians', '2012-03-01', 'civilians'],
    ['XXX417', '2012-03-01', 'unknown'],
  ])('%s on %s: %s', (side_b, date_start, side) => {
    expect(sides(taken(ucdp, { ...ROW, side_b, date_start, date_end: '' }))).toEqual([
      '1 Government of Pakistan: pakistan',
      `2 ${side_b}: ${side}`,
    ]);
  });
});
