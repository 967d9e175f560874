import { area } from '@turf/turf';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArea } from '../../../../geo/areas/area.ts';
import type { Areal } from '../../../../geo/model/geojson.ts';
import { allDetailsSchema, briefCollectionSchema, inTwo, wholeOf } from '../../../../geo/model/brief.ts';
import { incidentSchema } from '../../../../geo/model/incident.ts';
import { SHIPPED_STORIES, storyFile } from '../../../../geo/story/shipped.ts';
import { callGeo } from '../commands/call.ts';

const LAYER_NAME = /'([a-z-]+\.(?:geo)?json)'/g;

const folder = mkdtempSync(join(tmpdir(), 'durand-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const geo = (...args: string[]) => callGeo(args);

describe('geo build', () => {
  const layers = join(folder, 'layers');
  let built: Awaited<ReturnType<typeof geo>>;
  beforeAll(async () => {
    built = await geo('build', '--json', '--out', layers);
  }, 120_000);

  /** Features of a layer, as written. */
  const featuresOf = (file: string): { geometry: Areal; properties: Record<string, unknown> }[] =>
    JSON.parse(readFileSync(join(layers, file), 'utf8')).features;

  it('may run twice at once: every layer is whole at any time', { timeout: 120_000 }, async () => {
    const out = join(folder, 'twice');
    const args = ['--import', 'tsx', 'geo/cli.ts', 'build', '--out', out];
    const ended = [1, 2].map(async () => {
      const [code] = (await once(spawn(process.execPath, args, { stdio: 'ignore' }), 'exit')) as [number | null];
      return code;
    });
    let isDone = false;
    const both = Promise.all(ended).finally(() => (isDone = true));
    const whole = new Map(readdirSync(layers).map((file) => [file, readFileSync(join(layers, file), 'utf8')]));
    const layersIn = () => (existsSync(out) ? readdirSync(out).filter((file) => !file.startsWith('.')) : []);
    while (!isDone) {
      for (const file of layersIn()) expect(readFileSync(join(out, file), 'utf8') === whole.get(file), file).toBe(true);
      await pause(20);
    }
    expect(await both).toEqual([0, 0]);
    expect(readdirSync(out).sort()).toEqual([...whole.keys()].sort());
  });

  it('writes every layer that the app fetches, and prints what is in each', () => {
    expect(built.status).toBe(0);
    expect(built.out).toHaveLength(1);
    const printed = JSON.parse(built.out[0]);
    const names: string[] = printed.layers.map(({ name }: { name: string }) => name);
    const fetched = [...readFileSync('src/state/layers.ts', 'utf8').matchAll(LAYER_NAME)];
    const stories = SHIPPED_STORIES.map(storyFile);
    expect([...fetched.map(([, name]) => name), ...stories].sort()).toEqual(names.toSorted());
    expect(readdirSync(layers).sort()).toEqual(names.toSorted());
    for (const { name, bytes, gzipped, vertices } of printed.layers) {
      const file = readFileSync(join(layers, name));
      expect(bytes, name).toBe(file.length);
      expect(gunzipSync(gzipSync(file)).length).toBe(bytes);
      expect(gzipped, name).toBe(gzipSync(file).length);
      if (name === 'durand-line.geojson') expect(vertices).toBe(3009);
      if (name === 'kp-districts.geojson') expect(featuresOf(name)).toHaveLength(35);
    }
  });

  it('stays under 700 kB gzipped in all, and under 350 kB before the first picture', () => {
    const gzipped = (files: string[]) =>
      files.reduce((sum, file) => sum + gzipSync(readFileSync(join(layers, file))).length, 0);
    const total = gzipped(readdirSync(layers));
    expect(total).toBeLessThan(700_000);
    expect(JSON.parse(built.out[0]).total.gzipped).toBe(total);
    const [, first] =
      /function loadGround\(([\s\S]+?)function loadScenery/.exec(readFileSync('src/state/layers.ts', 'utf8')) ?? [];
    const files = [...first.matchAll(LAYER_NAME)].map(([, name]) => name);
    expect(files).toEqual(expect.arrayContaining(['durand-line.geojson', 'countries.geojson', 'incidents.geojson']));
    expect(gzipped(files)).toBeLessThan(350_000);
  });

  it('writes what the first picture does without into a file of its own: together they are the incidents whole', () => {
    const details = allDetailsSchema.parse(JSON.parse(readFileSync(join(layers, 'incident-details.json'), 'utf8')));
    const text = readFileSync(join(layers, 'incidents.geojson'), 'utf8');
    expect(text).not.toMatch(/"(claims|remarks|sources)":/);
    const briefs = briefCollectionSchema.parse(JSON.parse(text)).features;
    expect(Object.keys(details)).toEqual(briefs.map(({ id }) => id));
    for (const brief of briefs) {
      const whole = wholeOf(brief, details[brief.id]);
      expect(incidentSchema.safeParse(whole).success, brief.id).toBe(true);
      expect(inTwo(whole)).toEqual({ brief, details: details[brief.id] });
    }
  });

  it('tiles both countries with provinces, which Khyber Pakhtunkhwa and the merged tribal areas are one of', () => {
    const provinces = featuresOf('provinces.geojson');
    const countries = featuresOf('countries.geojson');
    for (const [iso, number] of [
      ['PK', 7],
      ['AF', 34],
    ] as const) {
      const own = provinces.filter(({ properties }) => properties['country'] === iso);
      expect(own, iso).toHaveLength(number);
      const whole = countries.filter(({ properties }) => properties['iso'] === iso);
      const sum = own.reduce((total, { geometry }) => total + area(geometry), 0);
      expect(Math.abs(sum / area(whole[0].geometry) - 1), iso).toBeLessThan(0.0005);
    }
    const merged = provinces.filter(({ properties }) => properties['iso'] === 'PK-KP');
    const districts = featuresOf('kp-districts.geojson').reduce((total, { geometry }) => total + area(geometry), 0);
    expect(Math.abs(area(merged[0].geometry) / districts - 1)).toBeLessThan(1e-6);
    expect(provinces.some(({ properties }) => properties['iso'] === 'PK-TA')).toBe(false);
  });

  it('marks what is disputed: what Pakistan and what India administers of Jammu and Kashmir, each in its country', () => {
    const disputed = featuresOf('provinces.geojson').filter(({ properties }) => properties['disputed'] === true);
    expect(disputed.map(({ properties }) => properties['iso']).sort()).toEqual(['IN-JK', 'IN-LA', 'PK-GB', 'PK-JK']);
    // Srinagar, Jammu, Leh, Kargil and Gilgit, Muzaffarabad; not Pathankot and Abbottabad
    const at = (lon: number, lat: number) =>
      disputed
        .filter(({ geometry }) => createArea(geometry as Areal).contains(lon, lat))
        .map((f) => f.properties['iso']);
    expect([at(74.8, 34.08), at(74.86, 32.73), at(77.58, 34.16), at(76.13, 34.56)]).toEqual([
      ['IN-JK'],
      ['IN-JK'],
      ['IN-LA'],
      ['IN-LA'],
    ]);
    expect([at(74.31, 35.92), at(73.47, 34.37), at(75.64, 32.27), at(73.22, 34.15)]).toEqual([
      ['PK-GB'],
      ['PK-JK'],
      [],
      [],
    ]);
  });

  it('draws Pakistan, Afghanistan and the districts with the very vertices of the Durand Line', () => {
    const vertices = (coordinates: unknown): string[] =>
      Array.isArray(coordinates) && Array.isArray(coordinates[0])
        ? coordinates.flatMap(vertices)
        : [String(coordinates)];
    const line = vertices(featuresOf('durand-line.geojson')[0].geometry.coordinates);
    const countries = featuresOf('countries.geojson').filter(({ properties }) =>
      /^(PK|AF)$/.test(String(properties['iso'])),
    );
    expect(countries).toHaveLength(2);
    for (const { geometry } of countries) {
      const own = new Set(vertices(geometry.coordinates));
      expect(line.filter((vertex) => !own.has(vertex))).toEqual([]);
    }
    const districts = new Set(
      featuresOf('kp-districts.geojson').flatMap(({ geometry }) => vertices(geometry.coordinates)),
    );
    expect(line.filter((vertex) => districts.has(vertex)).length).toBeGreaterThan(1600);
  });

  it('prints a table without --json, and what is wrong with a call', async () => {
    expect(await geo('build', 'now')).toMatchObject({ status: 2, out: [] });
    expect((await geo('build', '--fast')).notes).toContain('--fast');
    expect((await geo('bulid')).notes).toContain('Unknown command "bulid"');
    expect(await geo('build', '--help')).toMatchObject({ status: 0, notes: '' });
    expect((await geo('--help')).out.join()).toContain('build [--sources DIR]');
    expect(await geo()).toMatchObject({ status: 2, out: [] });
  });
});

describe('geo build of a broken source', () => {
  /** Builds from a copy of the sources in which one text of one file is another. */
  async function buildWith(file: string, change: (text: string) => string) {
    const sources = mkdtempSync(join(folder, 'sources-'));
    cpSync('geo/sources', sources, { recursive: true, filter: (path) => !path.includes('extract') });
    const text = readFileSync(join(sources, file), 'utf8');
    const changed = change(text);
    expect(changed, 'the change must change something').not.toBe(text);
    writeFileSync(join(sources, file), changed);
    const out = join(sources, 'layers');
    const result = await geo('build', '--sources', sources, '--out', out);
    return { ...result, message: result.notes.split('\n').at(-1), written: readdirSync(sources).includes('layers') };
  }

  const [header, first, second] = readFileSync('geo/sources/incidents.csv', 'utf8').split('\n');
  const idOf = (row: string) => row.slice(0, row.indexOf(','));
  const day = /\d{4}-\d{2}-\d{2}/.exec(first)?.[0] ?? '';
  const cells = header.split(',');

  it('names file, row, field and value of a bad date', async () => {
    const { status, message, written } = await buildWith('incidents.csv', (text) => text.replace(day, '2023-02-29'));
    expect(status).toBe(1);
    expect(message).toContain('incidents.csv, row 2');
    expect(message).toContain('"2023-02-29"');
    expect(message).toMatch(/date_start|start/);
    expect(written).toBe(false);
  });

  it('names a duplicate id', async () => {
    const { status, message } = await buildWith('incidents.csv', (text) =>
      text.replace(`\n${idOf(second)},`, `\n${idOf(first)},`),
    );
    expect(status).toBe(1);
    expect(message).toContain('incidents.csv, row 3, id');
    expect(message).toContain(JSON.stringify(idOf(first)));
  });

  it('names an unknown type', async () => {
    expect(cells).toContain('type');
    const { status, message } = await buildWith('incidents.csv', (text) =>
      text.replace(/,(ambush|raid_assault|suicide_bombing|airstrike|military_operation),/, ',skirmish,'),
    );
    expect(status).toBe(1);
    expect(message).toMatch(/^incidents\.csv, row \d+, type/);
    expect(message).toContain('"skirmish"');
  });

  it('names a coordinate out of range', async () => {
    const { status, message } = await buildWith('places.geojson', (text) =>
      text.replace(/"coordinates":\[[\d.]+,/, '"coordinates":[181,'),
    );
    expect(status).toBe(1);
    expect(message).toContain('places.geojson, row 0, geometry.coordinates.0: 181');
  });

  it('names an unclosed ring', async () => {
    const { status, message, written } = await buildWith('kp-districts.geojson', (text) =>
      text.replace('[73.2198,33.8176]', '[73.2197,33.8176]').replace('[73.2198, 33.8176]', '[73.2197, 33.8176]'),
    );
    expect(status).toBe(1);
    expect(message).toMatch(/^kp-districts\.geojson, row 0, geometry\.coordinates\.0: .*is not closed/);
    expect(written).toBe(false);
  });

  it.each([
    [
      'a month twice',
      'monthly-totals.csv',
      /\n([^\n]+)\n([^\n]+)\n/,
      '\n$1\n$1\n',
      /^monthly-totals\.csv, row 3, month: "2004-01"/,
    ],
    ['a group without a side', 'groups.csv', ',ttp,2007,', ',,2007,', /^groups\.csv, row 3, side: ""/],
    [
      'a closure that ends before it begins',
      'closures.csv',
      ',2016-06-18,',
      ',2016-06-01,',
      /^closures\.csv, row 4, to: "2016-06-01"/,
    ],
    [
      'an area without months',
      'monthly-undated.csv',
      'Rest of Pakistan',
      'Punjab',
      /^monthly-undated\.csv, row 7, area: "Punjab"/,
    ],
    [
      'an actor whom nobody has read',
      'incidents.csv',
      ',Pakistan Army,',
      ',The Pakistan Army,',
      /^incidents\.csv, row 2, actor_1: "The Pakistan Army"/,
    ],
    [
      'a file that is not the one of the register',
      'towns.csv',
      '\n',
      '\n\n',
      /^datapackage\.json, row \d+, hash: .* is not the checksum of towns\.csv/,
    ],
  ])('names %s', async (_, file, from, to, words) => {
    const { status, message, written } = await buildWith(file, (text) => text.replace(from, to));
    expect([status, written]).toEqual([1, false]);
    expect(message).toMatch(words);
  });

  it('names a file that is not there', async () => {
    const { status, message } = await geo('build', '--sources', folder).then((result) => ({
      ...result,
      message: result.notes.split('\n').at(-1),
    }));
    expect(status).toBe(1);
    expect(message).toContain('durand-line.geojson');
    expect(message).toContain('is not there');
  });
});
