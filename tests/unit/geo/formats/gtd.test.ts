import { describe, expect, it } from 'vitest';
import { gtd } from '../../../../geo/formats/gtd.ts';
import { recordedSchema } from '../../../../geo/model/incident.ts';
import { rejected, sides, taken } from './dataset-rows.ts';

/** The columns that matter of the 135, with a row written for this test. */
const ROW = {
  eventid: '201305080001',
  iyear: '2013',
  imonth: '5',
  iday: '8',
  approxdate: '',
  extended: '0',
  resolution: '',
  country: '153',
  country_txt: 'Pakistan',
  provstate: 'Khyber Pakhtunkhwa',
  city: 'Bannu',
  latitude: '32.9861',
  longitude: '70.6042',
  specificity: '1',
  vicinity: '0',
  summary: '05/08/2013: Written for a test, with "quotes", and commas.',
  doubtterr: '0',
  multiple: '0',
  success: '1',
  suicide: '0',
  attacktype1: '2',
  attacktype1_txt: 'Armed Assault',
  targtype1_txt: 'Police',
  corp1: 'Pakistan Police',
  target1: 'Checkpoint',
  natlty1_txt: 'Pakistan',
  gname: 'Tehrik-i-Taliban Pakistan (TTP)',
  gname2: '',
  gname3: '',
  guncertain1: '0',
  guncertain2: '',
  guncertain3: '',
  claimed: '1',
  weaptype1_txt: 'Firearms',
  nkill: '5',
  nkillter: '2',
  nwound: '7',
  nwoundte: '0',
  ishostkid: '0',
  nhostkid: '',
  scite1: '"Five Killed, Seven Wounded," Made Daily, May 9, 2013.',
  scite2: 'Ann Author, “A Book,” Invented Press, 2014.',
  scite3: 'Made Monitor',
  dbsource: 'Test',
};

describe('the score of a header', () => {
  const header = Object.keys(ROW);

  it('is sure of the columns, whatever their order, case and company', () => {
    expect(gtd.score(header)).toBe(1);
    expect(gtd.score(['INT_LOG', ...header.map((name) => name.toUpperCase()).reverse(), 'related'])).toBe(1);
    expect(gtd.score(header.slice(0, 13))).toBeGreaterThan(0.5);
    expect(gtd.score(header.filter((name) => name !== 'iyear'))).toBe(0);
  });
});

describe('a row', () => {
  it('is read whole', () => {
    const { recorded, lon, lat, radiusKm, warnings } = taken(gtd, ROW);
    expect({ lon, lat, radiusKm, warnings }).toEqual({ lon: 70.6042, lat: 32.9861, radiusKm: null, warnings: [] });
    expect(recordedSchema.parse(recorded)).toEqual(recorded);
    expect(recorded).toMatchObject({
      id: 'GTD-201305080001',
      title: 'Armed Assault, Bannu',
      type: 'raid_assault',
      start: '2013-05-08',
      end: '2013-05-08',
      datePrecision: 'day',
      place: 'Bannu',
      admin: 'Khyber Pakhtunkhwa',
      country: 'PK',
      locationPrecision: 'town',
      // 5 dead, of them 2 attackers
      fatalities: { best: 3, low: 3, high: 3 },
      injured: 7,
      claims: [{ by: 'Tehrik-i-Taliban Pakistan (TTP)', killed: null, injured: null, note: 'claimed responsibility' }],
      remarks: [ROW.summary],
      confidence: null,
    });
    expect(sides({ recorded, lon, lat, radiusKm })).toEqual([
      '1 Tehrik-i-Taliban Pakistan (TTP): ttp',
      '2 Checkpoint: pakistan',
    ]);
    expect(recorded.actors[1].recorded).toBe('Police: Checkpoint');
    expect(recorded.sources).toEqual([
      { publisher: 'Made Daily', title: 'Five Killed, Seven Wounded', year: 2013, url: null, record: null },
      { publisher: 'Invented Press', title: 'A Book', year: 2014, url: null, record: null },
      { publisher: 'Made Monitor', title: null, year: null, url: null, record: null },
      { publisher: 'Global Terrorism Database', title: null, year: null, url: null, record: '201305080001' },
    ]);
  });

  it('has an id from its content where a spreadsheet has rounded its own', () => {
    const { recorded, warnings } = taken(gtd, { ...ROW, eventid: '2.01305E+11' });
    expect(recorded.id).not.toContain('2.01305E+11');
    expect(recorded.id).not.toBe(taken(gtd, { ...ROW, eventid: '2.01305E+11', iday: '9' }).recorded.id);
    expect(warnings).toMatchObject([{ field: 'eventid' }]);
    expect(taken(gtd, { ...ROW, eventid: '201305080001.0' }).recorded.id).toBe('GTD-201305080001');
  });
});

describe('the type', () => {
  it.each([
    ['1', '0', 'assassination'],
    ['2', '0', 'raid_assault'],
    ['2', '1', 'raid_assault'],
    ['3', '0', 'bombing_ied'],
    ['3', '1', 'suicide_bombing'],
    ['3.0', '1.0', 'suicide_bombing'],
    ['4', '0', 'other'],
    ['5', '0', 'abduction'],
    ['6', '0', 'abduction'],
    ['7', '0', 'raid_assault'],
    ['8', '0', 'other'],
    ['9', '0', 'other'],
    ['10', '0', 'other'],
  ])('with attacktype1 %s and suicide %s is %s', (attacktype1, suicide, type) => {
    expect(taken(gtd, { ...ROW, attacktype1, suicide }).recorded.type).toBe(type);
  });

  it.each([
    ['Assassination', 'assassination'],
    ['Armed Assault', 'raid_assault'],
    ['Bombing/Explosion', 'bombing_ied'],
    ['Hijacking', 'other'],
    ['Hostage Taking (Barricade Incident)', 'abduction'],
    ['Hostage Taking (Kidnapping)', 'abduction'],
    ['Facility/Infrastructure Attack', 'raid_assault'],
    ['Unarmed Assault', 'other'],
    ['Unknown', 'other'],
  ])('goes by the words %s where there is no number', (attacktype1_txt, type) => {
    expect(taken(gtd, { ...ROW, attacktype1: '', attacktype1_txt }).recorded.type).toBe(type);
  });
});

describe('the days', () => {
  it.each([
    ['5', '8', '2013-05-08', '2013-05-08', 'day'],
    ['05', '08.0', '2013-05-08', '2013-05-08', 'day'],
    ['2', '0', '2013-02-01', '2013-02-28', 'month'],
    ['12', '', '2013-12-01', '2013-12-31', 'month'],
    ['0', '0', '2013-01-01', '2013-12-31', 'year'],
    ['0', '17', '2013-01-01', '2013-12-31', 'year'],
    ['-9', '-9', '2013-01-01', '2013-12-31', 'year'],
  ])('with month %j and day %j are %s to %s, known to the %s', (imonth, iday, start, end, precision) => {
    const { recorded } = taken(gtd, { ...ROW, imonth, iday });
    expect([recorded.start, recorded.end, recorded.datePrecision]).toEqual([start, end, precision]);
  });

  it.each([
    ['2013', '2', '30'],
    ['2013', '13', '1'],
    ['', '5', '8'],
    ['-9', '5', '8'],
    ['13', '5', '8'],
  ])('reject the row where they are none: %s, %s, %s', (iyear, imonth, iday) => {
    expect(rejected(gtd, { ...ROW, iyear, imonth, iday }).field).toBe('iyear');
  });

  it('keep the words of the source where they are not exact', () => {
    const approxdate = 'Early May 2013';
    expect(taken(gtd, { ...ROW, iday: '0', approxdate }).recorded.remarks).toContain(
      'Date in the source: Early May 2013',
    );
    expect(taken(gtd, { ...ROW, approxdate }).recorded.remarks).toEqual([ROW.summary]);
  });

  it('run until an extended attack was over, where that is known', () => {
    const end = (extended: string, resolution: string) => taken(gtd, { ...ROW, extended, resolution }).recorded.end;
    expect(end('1', '2013-06-01 00:00:00')).toBe('2013-06-01');
    expect(end('1', '5/28/2013')).toBe('2013-05-28');
    expect(end('0', '2013-06-01')).toBe('2013-05-08');
    expect(end('1', '2013-05-01')).toBe('2013-05-08');
    expect(end('1', 'soon')).toBe('2013-05-08');
  });
});

describe('the place', () => {
  it.each([
    ['1', 'town'],
    ['2', 'district'],
    ['3', 'district'],
    ['4', 'region'],
    ['5', 'country'],
    ['6', 'country'],
    ['', 'town'],
  ])('with specificity %j is known as a %s', (specificity, precision) => {
    expect(taken(gtd, { ...ROW, specificity }).recorded.locationPrecision).toBe(precision);
  });

  it('is not a place that is called unknown', () => {
    const { recorded } = taken(gtd, { ...ROW, city: 'Unknown' });
    expect([recorded.place, recorded.title]).toEqual([null, 'Armed Assault, Khyber Pakhtunkhwa']);
  });

  it('rejects the row where there is none', () => {
    expect(rejected(gtd, { ...ROW, latitude: '' })).toMatchObject({
      field: 'latitude',
      code: 'no-degrees',
      params: { axis: 'latitude' },
    });
  });
});

describe('the dead and injured', () => {
  const deaths = (row: Partial<Record<keyof typeof ROW, string>>) =>
    taken(gtd, { ...ROW, ...row }).recorded.fatalities.best;

  it('leave the attackers out of attacks, where it is known how many they were', () => {
    expect(deaths({ nkill: '5', nkillter: '2' })).toBe(3);
    expect(deaths({ nkill: '5', nkillter: '' })).toBe(5);
    expect(deaths({ nkill: '5', nkillter: '-99' })).toBe(5);
    expect(deaths({ nkill: '2', nkillter: '2' })).toBe(0);
    expect(deaths({ nkill: '5', nkillter: '6' })).toBe(5);
    expect(deaths({ nkill: '5', nkillter: '2', attacktype1: '9' })).toBe(5);
    expect(taken(gtd, { ...ROW, nwound: '7', nwoundte: '1' }).recorded.injured).toBe(6);
  });

  it('are not known where the cell is empty, -9 or -99: never a number', () => {
    for (const nkill of ['', '-9', '-99', '-99.0']) expect(deaths({ nkill }), nkill).toBeNull();
    expect(taken(gtd, { ...ROW, nwound: '-99' }).recorded.injured).toBeNull();
    expect(deaths({ nkill: '0', nkillter: '0' })).toBe(0);
    expect(rejected(gtd, { ...ROW, nkill: '-5' })).toMatchObject({ field: 'nkill', value: '-5' });
  });
});

describe('who attacked', () => {
  it.each([
    ['Tehrik-i-Taliban Pakistan (TTP)', 'ttp'],
    ['Taliban', 'emirate'],
    ['Haqqani Network', 'emirate'],
    ['Khorasan Chapter of the Islamic State', 'iskp'],
    ['Baloch Republican Army (BRA)', 'armed_group'],
    ['Lashkar-e-Islam (Pakistan)', 'armed_group'],
    ['Jundallah (Iran)', 'armed_group'],
    ['Jundallah (Pakistan)', 'ttp'],
    ['A group that is new', 'armed_group'],
    ['Muslim extremists', 'unknown'],
    ['Gunmen', 'unknown'],
  ])('%s: %s', (gname, side) => {
    expect(sides(taken(gtd, { ...ROW, gname }))[0]).toBe(`1 ${gname}: ${side}`);
  });

  it('is nobody where GTD writes that it is not known', () => {
    for (const gname of ['Unknown', 'unknown', '', '-9']) {
      const { actors } = taken(gtd, { ...ROW, gname, gname2: 'Unknown' }).recorded;
      expect(
        actors.map(({ party }) => party),
        gname,
      ).toEqual([2]);
    }
    const { actors } = taken(gtd, {
      ...ROW,
      gname: 'Unknown',
      targtype1_txt: 'Unknown',
      target1: 'Unknown',
      corp1: '',
    }).recorded;
    expect(actors).toEqual([]);
  });

  it('is suspected where GTD is not certain, each group for itself', () => {
    const { recorded } = taken(gtd, { ...ROW, guncertain1: '1', gname2: 'Taliban', guncertain2: '0' });
    expect(recorded.actors.map(({ party, attribution }) => [party, attribution])).toEqual([
      [1, 'suspected'],
      [1, 'stated'],
      [2, 'stated'],
    ]);
  });

  it('has claimed nothing where nobody did, or nobody is known', () => {
    expect(taken(gtd, { ...ROW, claimed: '0' }).recorded.claims).toEqual([]);
    expect(taken(gtd, { ...ROW, claimed: '-9' }).recorded.claims).toEqual([]);
    expect(taken(gtd, { ...ROW, gname: 'Unknown' }).recorded.claims).toEqual([]);
  });

  it('may be doubted to be a terrorist: a remark, for the attack itself is not in doubt', () => {
    const { recorded } = taken(gtd, { ...ROW, doubtterr: '1' });
    expect(recorded.remarks).toContain('GTD doubts that this was terrorism');
    expect(recorded.confidence).toBeNull();
  });
});

describe('who was attacked', () => {
  it.each([
    ['Police', 'Pakistan', '2013', 'pakistan'],
    ['Military', 'Afghanistan', '2013', 'other_state'],
    ['Military', 'Afghanistan', '2022', 'emirate'],
    ['Government (General)', 'Pakistan', '2013', 'pakistan'],
    ['Government (Diplomatic)', 'United States', '2013', 'united_states'],
    ['Government (Diplomatic)', 'India', '2013', 'other_state'],
    ['Police', '', '2013', 'pakistan'],
    ['Private Citizens & Property', 'Pakistan', '2013', 'civilians'],
    ['Religious Figures/Institutions', 'Pakistan', '2013', 'civilians'],
    ['Educational Institution', 'Pakistan', '2013', 'civilians'],
    ['Journalists & Media', 'Pakistan', '2013', 'civilians'],
    ['Terrorists/Non-State Militia', 'Pakistan', '2013', 'armed_group'],
    ['Violent Political Party', 'Pakistan', '2013', 'armed_group'],
    ['Unknown', 'Pakistan', '2013', 'unknown'],
    ['A type that is new', 'Pakistan', '2013', 'unknown'],
  ])('%s of %j in %s: %s', (targtype1_txt, natlty1_txt, iyear, side) => {
    const [, target] = taken(gtd, { ...ROW, targtype1_txt, natlty1_txt, iyear, corp1: '' }).recorded.actors;
    expect([target.name, target.side, target.party]).toEqual(['Checkpoint', side, 2]);
  });

  it('is known by its own words where the nations are several', () => {
    const [, target] = taken(gtd, {
      ...ROW,
      targtype1_txt: 'Military',
      natlty1_txt: 'Multinational',
      corp1: 'North Atlantic Treaty Organization (NATO)',
    }).recorded.actors;
    expect(target.side).toBe('united_states');
  });
});
