import { booleanPointInPolygon } from '@turf/turf';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readGazetteer } from '../../../../geo/commands/gazetteer.ts';
import { parseDay, partsOf } from '../../../../geo/model/day.ts';
import { recordedSchema, type Recorded } from '../../../../geo/model/incident.ts';
import { SYNTH_FORMATS, synthText, type SynthFormat } from '../../../../geo/synth/synth.ts';
import { outlines } from '../../../ground.ts';

const gazetteer = readGazetteer();
const chunksOf = (format: SynthFormat, count: number, seed: number) => [...synthText(gazetteer, format, count, seed)];
const textOf = (format: SynthFormat, count: number, seed: number) => chunksOf(format, count, seed).join('');

type Row = Record<string, string>;
function tableOf(format: SynthFormat, count: number): { fields: string[]; rows: Row[] } {
  const { data, meta, errors } = Papa.parse<Row>(textOf(format, count, 11).replace(/\n$/, ''), { header: true });
  expect(errors).toEqual([]);
  return { fields: meta.fields ?? [], rows: data };
}

const COUNT = 4000;
const acled = tableOf('acled', COUNT);
const ucdp = tableOf('ucdp', COUNT);
const gtd = tableOf('gtd', COUNT);
const plain = tableOf('table', COUNT);
const features: { id: string; geometry: { type: string; coordinates: number[] }; properties: Recorded }[] = JSON.parse(
  textOf('geojson', COUNT, 11),
).features;

const distinct = (values: readonly unknown[]) => new Set(values).size;
const years = (rows: readonly { year: number }[], from: number, to: number) =>
  rows.filter(({ year }) => year >= from && year <= to).length / (to - from + 1);

/** The columns as the datasets' codebooks list them. */
const ACLED_COLUMNS =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';
const UCDP_COLUMNS =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob';
const GTD_COLUMNS =
  'eventid,iyear,imonth,iday,approxdate,extended,resolution,country,country_txt,region,region_txt,provstate,city,latitude,longitude,specificity,vicinity,location,summary,crit1,crit2,crit3,doubtterr,alternative,alternative_txt,multiple,success,suicide,attacktype1,attacktype1_txt,attacktype2,attacktype2_txt,attacktype3,attacktype3_txt,targtype1,targtype1_txt,targsubtype1,targsubtype1_txt,corp1,target1,natlty1,natlty1_txt,targtype2,targtype2_txt,targsubtype2,targsubtype2_txt,corp2,target2,natlty2,natlty2_txt,targtype3,targtype3_txt,targsubtype3,targsubtype3_txt,corp3,target3,natlty3,natlty3_txt,gname,gsubname,gname2,gsubname2,gname3,gsubname3,motive,guncertain1,guncertain2,guncertain3,individual,nperps,nperpcap,claimed,claimmode,claimmode_txt,claim2,claimmode2,claimmode2_txt,claim3,claimmode3,claimmode3_txt,compclaim,weaptype1,weaptype1_txt,weapsubtype1,weapsubtype1_txt,weaptype2,weaptype2_txt,weapsubtype2,weapsubtype2_txt,weaptype3,weaptype3_txt,weapsubtype3,weapsubtype3_txt,weaptype4,weaptype4_txt,weapsubtype4,weapsubtype4_txt,weapdetail,nkill,nkillus,nkillter,nwound,nwoundus,nwoundte,property,propextent,propextent_txt,propvalue,propcomment,ishostkid,nhostkid,nhostkidus,nhours,ndays,divert,kidhijcountry,ransom,ransomamt,ransomamtus,ransompaid,ransompaidus,ransomnote,hostkidoutcome,hostkidoutcome_txt,nreleased,addnotes,scite1,scite2,scite3,dbsource,INT_LOG,INT_IDEO,INT_MISC,INT_ANY,related';
const ACLED_SUB_EVENTS =
  'Armed clash; Government regains territory; Non-state actor overtakes territory; Sexual violence; Attack; Abduction/forced disappearance; Chemical weapon; Air/drone strike; Suicide bomb; Shelling/artillery/missile attack; Remote explosive/landmine/IED; Grenade; Peaceful protest; Protest with intervention; Excessive force against protesters; Violent demonstration; Mob violence; Agreement; Arrests; Change to group/activity; Disrupted weapons use; Headquarters or base established; Looting/property destruction; Non-violent transfer of territory; Other';

describe('a synthetic file', () => {
  it.each(SYNTH_FORMATS)('is the same for the same seed and another for another: %s', (format) => {
    const text = textOf(format, 300, 5);
    expect(textOf(format, 300, 5)).toBe(text);
    expect(textOf(format, 300, 6)).not.toBe(text);
  });

  it('begins alike whatever its length', () => {
    const shorter = textOf('acled', 200, 5);
    expect(textOf('acled', 900, 5).startsWith(shorter)).toBe(true);
  });

  it('comes in chunks that do not grow with it', () => {
    const chunks = chunksOf('gtd', 2000, 5);
    expect(chunks.length).toBeGreaterThan(10);
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(70_000);
  });

  it.each([
    ['acled', acled, ACLED_COLUMNS, 31],
    ['ucdp', ucdp, UCDP_COLUMNS, 49],
    ['gtd', gtd, GTD_COLUMNS, 135],
  ])("has the dataset's columns in order, and a row for each event: %s", (_, { fields, rows }, columns, count) => {
    expect(fields).toEqual(columns.split(','));
    expect([fields.length, rows.length]).toEqual([count, COUNT]);
  });

  it.each([
    ['acled', acled.rows, 'event_id_cnty'],
    ['ucdp', ucdp.rows, 'id'],
    ['ucdp', ucdp.rows, 'relid'],
    ['gtd', gtd.rows, 'eventid'],
    ['table', plain.rows, 'id'],
  ])('gives each event an id of its own: %s %#', (_, rows, field) => {
    expect(distinct(rows.map((row) => row[field]))).toBe(COUNT);
  });

  it.each([
    ['acled', acled.rows],
    ['ucdp', ucdp.rows],
    ['gtd', gtd.rows],
    ['table', plain.rows],
  ])('says in every row that it is synthetic: %s', (_, rows) => {
    for (const row of rows) expect(Object.values(row).join()).toContain('Synthetic');
  });

  it.each([
    ['acled', acled.rows, 'country'],
    ['ucdp', ucdp.rows, 'country'],
    ['gtd', gtd.rows, 'country_txt'],
    ['table', plain.rows, 'country'],
  ])('puts events into the region, and into the country that they name: %s', (_, rows, field) => {
    const [pakistan, afghanistan] = ['PK', 'AF'].map((iso) => {
      const shape = outlines().features.find(({ properties }) => properties.iso === iso);
      if (!shape) throw new Error(iso);
      return shape.geometry;
    });
    const counts = { Pakistan: 0, Afghanistan: 0, other: 0 };
    for (const [i, row] of rows.entries()) {
      const [lon, lat] = [Number(row.longitude), Number(row.latitude)];
      expect(lon > 44 && lon < 97 && lat > 15 && lat < 50).toBe(true);
      const country = row[field];
      counts[country === 'Pakistan' || country === 'Afghanistan' ? country : 'other']++;
      if (i >= 500) continue;
      const inside = (shape: typeof pakistan) => booleanPointInPolygon([lon, lat], shape);
      expect([inside(pakistan), inside(afghanistan)]).toEqual([country === 'Pakistan', country === 'Afghanistan']);
    }
    expect(counts.Pakistan).toBeGreaterThan(COUNT * 0.4);
    expect(counts.Afghanistan).toBeGreaterThan(COUNT * 0.2);
    expect(counts.other).toBeGreaterThan(COUNT * 0.02);
  });

  it('repeats its places as real datasets do', () => {
    const places = new Map<string, number>();
    for (const { latitude, longitude } of acled.rows) {
      const place = `${latitude} ${longitude}`;
      places.set(place, (places.get(place) ?? 0) + 1);
    }
    expect(places.size).toBeLessThan(COUNT * 0.4);
    expect(places.size).toBeGreaterThan(COUNT * 0.1);
    expect(Math.max(...places.values())).toBeGreaterThan(20);
  });

  it('has days that are, in waves: a peak from 2009 to 2014, a lull, a rise after 2021', () => {
    const rows = acled.rows.map(({ event_date, year }) => {
      const day = parseDay(event_date);
      expect(day === null ? null : partsOf(day).year).toBe(Number(year));
      return { year: Number(year) };
    });
    expect(years(rows, 2000, 2026)).toBeCloseTo(COUNT / 27, 10);
    const [early, peak, lull, late] = [
      years(rows, 2000, 2003),
      years(rows, 2009, 2014),
      years(rows, 2017, 2020),
      years(rows, 2023, 2025),
    ];
    expect(peak).toBeGreaterThan(5 * early);
    expect(peak).toBeGreaterThan(1.8 * lull);
    expect(late).toBeGreaterThan(1.3 * lull);
  });

  it('names a party only while there is one', () => {
    for (const { actor1, actor2, event_date } of acled.rows) {
      const actors = actor1 + actor2;
      if (actors.includes('TTP:')) expect(event_date >= '2007-12-14').toBe(true);
      if (actors.includes('Khorasan')) expect(event_date >= '2015').toBe(true);
      if (actors.includes('(2004-2021)')) expect(event_date < '2021-08-15').toBe(true);
      if (actors.includes('(2021-)')) expect(event_date >= '2021-08-15').toBe(true);
    }
  });

  it('kills nobody in many events and many in few', () => {
    const killed = acled.rows.map(({ fatalities }) => Number(fatalities)).sort((a, b) => a - b);
    expect(killed[0]).toBe(0);
    expect(killed[Math.floor(COUNT * 0.35)]).toBe(0);
    expect(killed[Math.floor(COUNT * 0.6)]).toBeGreaterThan(0);
    expect(killed[COUNT - 1]).toBeGreaterThan(60);
    expect(killed[Math.floor(COUNT * 0.95)]).toBeLessThan(20);
  });

  it('has rows with quotes, line breaks, commas and Urdu', () => {
    const notes = acled.rows.map((row) => row.notes);
    for (const odd of ['"', '\n', ',', 'مصنوعی واقعہ']) {
      expect(notes.filter((note) => note.includes(odd)).length).toBeGreaterThan(10);
    }
  });
});

describe("each dataset's own codes", () => {
  it("are ACLED's", () => {
    const known = new Set(ACLED_SUB_EVENTS.split('; '));
    for (const row of acled.rows) {
      expect(known.has(row.sub_event_type)).toBe(true);
      expect(['1', '2', '3']).toContain(row.time_precision);
      expect(['1', '2', '3']).toContain(row.geo_precision);
      expect(row.fatalities).toMatch(/^\d+$/);
    }
    expect(distinct(acled.rows.map((row) => row.event_type))).toBe(6);
    expect(distinct(acled.rows.map((row) => row.time_precision))).toBe(3);
    expect(distinct(acled.rows.map((row) => row.geo_precision))).toBe(3);
  });

  it("are UCDP's: deaths add up, and no number is above the highest", () => {
    const number = (row: Row, ...fields: string[]) => fields.reduce((sum, field) => sum + Number(row[field]), 0);
    for (const row of ucdp.rows) {
      const best = number(row, 'best');
      expect(number(row, 'deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown')).toBe(best);
      expect(number(row, 'low') <= best && best <= number(row, 'high')).toBe(true);
      const [start, end] = [row.date_start, row.date_end].map((text) => parseDay(text.replace(' 00:00:00.000', '')));
      expect(start !== null && end !== null && start <= end).toBe(true);
      expect(row.geom_wkt).toBe(`POINT (${row.longitude} ${row.latitude})`);
      expect([row.type_of_violence === '3', row.gwnoa === '' && row.gwnob === '']).toEqual([
        row.side_b === 'Civilians',
        !`${row.side_a} ${row.side_b}`.includes('Government of'),
      ]);
    }
    expect(distinct(ucdp.rows.map((row) => row.date_prec))).toBe(5);
    expect(new Set(ucdp.rows.map((row) => row.where_prec))).toEqual(new Set(['1', '2', '3', '4']));
  });

  it("has UCDP's states by Gleditsch and Ward's numbers, and cells of PRIO-GRID", () => {
    const numberOf = new Map(ucdp.rows.map((row) => [row.side_a, row.gwnoa]));
    expect(numberOf.get('Government of Pakistan')).toBe('770');
    expect(numberOf.get('Government of Afghanistan')).toBe('700');
    expect(numberOf.get('Government of United States of America')).toBe('2');
    // rows of 720 cells of half a degree from the south pole: cell 1 begins at 180° W
    const [{ longitude, latitude, priogrid_gid }] = ucdp.rows;
    const [row, column] = [Math.floor((Number(priogrid_gid) - 1) / 720), (Number(priogrid_gid) - 1) % 720];
    expect(Number(latitude) - (row / 2 - 90)).toSatisfy((north: number) => north >= 0 && north < 0.5);
    expect(Number(longitude) - (column / 2 - 180)).toSatisfy((east: number) => east >= 0 && east < 0.5);
  });

  it("are GTD's: unknown months and days are 0, the dead include the attackers", () => {
    for (const row of gtd.rows) {
      const [year, month, day] = [row.iyear, row.imonth, row.iday].map(Number);
      expect(row.eventid.startsWith(row.iyear)).toBe(true);
      if (month === 0) expect(day).toBe(0);
      const padded = [Math.max(1, month), Math.max(1, day)].map((part) => String(part).padStart(2, '0')).join('-');
      expect(parseDay(`${year}-${padded}`)).not.toBeNull();
      expect(Number(row.attacktype1)).toSatisfy((code: number) => code >= 1 && code <= 9);
      if (row.nkill !== '' && row.nkillter !== '') expect(Number(row.nkillter)).toBeLessThanOrEqual(Number(row.nkill));
      if (row.suicide === '1') expect(row.attacktype1_txt).toBe('Bombing/Explosion');
    }
    expect(gtd.rows.some((row) => row.imonth === '0')).toBe(true);
    expect(gtd.rows.some((row) => row.imonth !== '0' && row.iday === '0')).toBe(true);
    expect(gtd.rows.some((row) => row.nkill === '')).toBe(true);
    expect(new Set(gtd.rows.map((row) => row.specificity))).toEqual(new Set(['1', '3', '4']));
  });

  it('are ours in GeoJSON', () => {
    expect(features).toHaveLength(COUNT);
    expect(distinct(features.map(({ id }) => id))).toBe(COUNT);
    for (const { id, geometry, properties } of features) {
      expect(geometry.type).toBe('Point');
      expect(recordedSchema.parse(properties).id).toBe(id);
      expect(properties.start <= properties.end).toBe(true);
      expect(properties.title).toMatch(/^Synthetic /);
    }
    expect(distinct(features.map(({ properties }) => properties.type))).toBe(15);
    expect(features.some(({ properties }) => properties.fatalities.best === null)).toBe(true);
  });
});
