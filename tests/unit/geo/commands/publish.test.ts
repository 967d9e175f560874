import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSiteIncidents } from '../../../../geo/commands/publish/incidents.ts';
import { allDetailsSchema, briefCollectionSchema } from '../../../../geo/model/brief.ts';
import { datapackageSchema } from '../../../../geo/model/dataset.ts';
import { phasesSchema } from '../../../../geo/model/story.ts';
import { callGeo } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'durand-publish-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]) => join(folder, ...names);

/** Four rows can be taken, one not; of those three have a figure, 5 + 0 + 12. */
const CSV = `id,title,date,latitude,longitude,killed
a,First,2012-03-05,34.01,71.58,5
b,Second,2009-12-31,33.9,70.1,0
c,Third,2021-08-15,34.5,69.2,
d,Fourth,2015-06-01,32.3,69.8,12
e,Fifth,no day,32.3,69.8,7
`;
const STORY = `---
story: 1
title: Made for a test
---

A lead.

## One step

[View](#t=2010-01-01/2012-12-31)

Words.
`;
const REAL = ['datapackage.json', 'phases.json', 'kp-districts.geojson'];

/** A built page as small as may be: its list, what it loads ahead, and layers. */
function makeApp(path: string): void {
  mkdirSync(join(path, 'layers'), { recursive: true });
  mkdirSync(join(path, 'assets'));
  const files: Record<string, string> = {};
  const contents = { 'incidents.geojson': '{}', 'incident-details.json': '{}', 'story-old.md': 'old' };
  const real = Object.fromEntries(REAL.map((name) => [name, readFileSync(join('public/layers', name), 'utf8')]));
  for (const [name, text] of Object.entries({ ...contents, ...real })) {
    files[name] = name.replace(/\.(?=\w+$)/, '.0123abcd.');
    writeFileSync(join(path, 'layers', files[name]), text);
  }
  writeFileSync(join(path, 'assets', 'index-aaaaaaaa.js'), 'page');
  writeFileSync(
    join(path, 'index.html'),
    `<!doctype html>
<html lang="en" dir="ltr">
  <head>
    <meta
      name="description"
      content="Old words"
    />
    <title>Durand Map</title>
    <link rel="preload" href="./layers/incidents.0123abcd.geojson" as="fetch" crossorigin />
    <script type="application/json" id="layer-files">${JSON.stringify(files)}</script>
  </head>
</html>
`,
  );
}

let sites = 0;
const publish = (out: string, ...args: string[]) =>
  callGeo(['publish', '--data', at('events.csv'), '--app', at('app'), '--out', out, ...args]);
const newSite = () => at(`site-${sites++}`);

interface SiteFiles {
  html: string;
  list: Record<string, string>;
  layer: (name: string) => string;
}

function read(site: string): SiteFiles {
  const html = readFileSync(join(site, 'index.html'), 'utf8');
  const list = JSON.parse(/id="layer-files">(.*?)<\/script>/.exec(html)?.[1] ?? '') as Record<string, string>;
  return { html, list, layer: (name) => readFileSync(join(site, 'layers', list[name]), 'utf8') };
}

beforeAll(() => {
  makeApp(at('app'));
  writeFileSync(at('events.csv'), CSV);
  writeFileSync(at('A story.story.md'), STORY);
});

describe('a published site', () => {
  it('holds what the file holds, in the form that the page reads', async () => {
    const site = newSite();
    const { status, out } = await publish(site, '--json', '--title', 'Events & <more>', '--licence', 'CC0');
    expect(status).toBe(0);
    expect(JSON.parse(out[0])).toMatchObject({
      ...{ read: 5, accepted: 4, rejected: 1, incidents: 4, killed: 17, unknown: 1 },
      ...{ first: '2009-12-31', last: '2021-08-15', title: 'Events & <more>', licence: 'CC0', file: 'events.csv' },
    });
    const { layer } = read(site);
    const briefs = briefCollectionSchema.parse(JSON.parse(layer('incidents.geojson'))).features;
    expect(briefs.map(({ properties }) => properties.title)).toEqual(['First', 'Second', 'Third', 'Fourth']);
    expect(briefs[0].properties.district?.name).toBe('Peshawar');
    const details = allDetailsSchema.parse(JSON.parse(layer('incident-details.json')));
    expect(Object.keys(details)).toEqual(briefs.map(({ id }) => id));
    // what the phases rest on, and what tells of the project's own incidents, is not there
    expect(phasesSchema.parse(JSON.parse(layer('phases.json'))).every(({ incidents }) => incidents.length === 0)).toBe(
      true,
    );
    const { published, resources } = datapackageSchema.parse(JSON.parse(layer('datapackage.json')));
    expect(published).toMatchObject({ title: 'Events & <more>', licence: 'CC0', file: 'events.csv', story: null });
    const names = resources.map(({ name }) => name);
    expect(names).toContain('durand-line');
    expect(names.filter((name) => ['incidents', 'actors', 'claims-apart'].includes(name))).toEqual([]);
  });

  it('names its layers by what they hold, and lists those that are there', async () => {
    const site = newSite();
    await publish(site);
    const { html, list, layer } = read(site);
    expect(readdirSync(join(site, 'layers')).sort()).toEqual(Object.values(list).sort());
    for (const name of ['incidents.geojson', 'incident-details.json', 'datapackage.json', 'phases.json']) {
      const hash = createHash('sha256').update(layer(name)).digest('hex');
      expect(list[name]).toContain(`.${hash.slice(0, 8)}.`);
    }
    expect(list['kp-districts.geojson']).toBe('kp-districts.0123abcd.geojson');
    expect(list).not.toHaveProperty('story-old.md');
    expect(html).toContain(`href="./layers/${list['incidents.geojson']}"`);
    expect(html).not.toContain('incidents.0123abcd');
    expect(readFileSync(join(site, 'assets', 'index-aaaaaaaa.js'), 'utf8')).toBe('page');
  });

  it('has its title in the page, escaped, and the same page for frames', async () => {
    const site = newSite();
    await publish(site, '--title', 'A $& "<b>" title');
    const { html } = read(site);
    expect(html).toContain('<title>A $&amp; &quot;&lt;b&gt;&quot; title</title>');
    expect(html).toContain('content="A $&amp; &quot;&lt;b&gt;&quot; title: incidents');
    expect(readFileSync(join(site, 'embed.html'), 'utf8')).toBe(html.replace('<html lang', '<html data-embed lang'));
  });

  it('says in its README what it holds and how frames are allowed', async () => {
    const [closed, open] = [newSite(), newSite()];
    await publish(closed, '--licence', 'CC0');
    const readme = readFileSync(join(closed, 'README.md'), 'utf8');
    for (const part of ['# events\n', '4, from 2009-12-31 to 2021-08-15', '17, the best figures', 'not known for 1'])
      expect(readme).toContain(part);
    for (const part of ['5 rows read, 4 taken, 1 rejected', 'licence of the data: CC0', "frame-ancestors 'none'"])
      expect(readme).toContain(part);
    const headers = (site: string) => readFileSync(join(site, '_headers'), 'utf8');
    expect(headers(closed)).toMatch(/^\/\*\n {2}Content-Security-Policy: .*frame-ancestors 'none'\n$/);
    await publish(open, '--allow-frames');
    expect(headers(open)).toMatch(/frame-ancestors \*\n$/);
    expect(readFileSync(join(open, 'README.md'), 'utf8')).toContain('all pages may');
  });

  it('opens with a story', async () => {
    const site = newSite();
    await publish(site, '--story', at('A story.story.md'));
    const { list, layer } = read(site);
    expect(layer('story-a-story.md')).toBe(STORY);
    expect(Object.keys(list).filter((name) => name.startsWith('story-'))).toEqual(['story-a-story.md']);
    expect(datapackageSchema.parse(JSON.parse(layer('datapackage.json'))).published?.story).toBe('a-story');
  });

  it('is replaced with --force, and by nothing that fails', async () => {
    const site = newSite();
    await publish(site, '--title', 'Before');
    expect((await publish(site)).status).toBe(1);
    expect((await publish(site, '--force', '--columns', 'lat=nothing')).status).not.toBe(0);
    expect(read(site).html).toContain('<title>Before</title>');
    expect((await publish(site, '--force', '--title', 'After')).status).toBe(0);
    expect(read(site).html).toContain('<title>After</title>');
    expect(readdirSync(folder).filter((name) => name.startsWith('.durand-'))).toEqual([]);
  });

  it('warns of terms that limit who may pass rows on', async () => {
    const { written, out } = await callGeo(['synth', '20', '--seed', '3', '--format', 'acled']);
    writeFileSync(at('acled.csv'), written || out.join('\n'));
    const { status, notes } = await callGeo([
      'publish',
      '--data',
      at('acled.csv'),
      '--app',
      at('app'),
      '--out',
      newSite(),
    ]);
    expect(status).toBe(0);
    expect(notes).toContain('The terms of ACLED limit');
  });
});

describe('what is refused, with nothing left behind', () => {
  async function refused(args: string[], ...words: string[]) {
    const before = readdirSync(folder);
    const { status, notes } = await callGeo(['publish', ...args]);
    expect(status).toBeGreaterThan(0);
    for (const word of words) expect(notes).toContain(word);
    expect(readdirSync(folder)).toEqual(before);
  }
  const asked = (change: Record<string, string>) =>
    Object.entries({ '--data': at('events.csv'), '--app': at('app'), '--out': at('none'), ...change }).flat();

  it('no data, no folder, a file that is none', async () => {
    await refused(['--out', at('none')], '--data');
    await refused(['--data', at('events.csv')], '--out');
    await refused(asked({ '--data': at('no.csv') }), 'no.csv', 'is no file');
    await refused([...asked({}), 'more.csv'], 'more.csv');
    await refused(asked({ '--title': '  ' }), '--title is empty');
    await refused(asked({ '--title': 'x'.repeat(201) }), '201 characters');
  });

  it('data of which no row can be taken', async () => {
    writeFileSync(
      at('bad.csv'),
      CSV.split('\n')
        .filter((line) => /^(id|e),/.test(line))
        .join('\n'),
    );
    await refused(asked({ '--data': at('bad.csv') }), 'has 1 rows, of which none can be taken', 'validate');
  });

  it('a story that cannot be read', async () => {
    writeFileSync(at('bad.md'), '# No front matter\n');
    await refused(asked({ '--story': at('bad.md') }), 'bad.md', 'is no story', 'Line 1');
    await refused(asked({ '--story': at('no.md') }), 'no.md', 'is no file');
  });

  it('a folder that is something else', async () => {
    mkdirSync(at('full'));
    writeFileSync(at('full', 'mine.txt'), 'mine');
    await refused(asked({ '--out': at('full') }), 'is not empty', '--force');
    await refused([...asked({ '--out': at('full') }), '--force'], 'something else than a site');
    expect(readFileSync(at('full', 'mine.txt'), 'utf8')).toBe('mine');
    await refused(asked({ '--out': at('events.csv') }), 'holds --data');
    await refused([...asked({ '--out': folder }), '--force'], 'holds --data');
    await refused(asked({ '--out': at('app', 'site') }), 'lies in the built page');
    writeFileSync(at('a-file'), '');
    await refused(asked({ '--out': at('a-file') }), 'is a file');
  });

  it('a page that is not built', async () => {
    mkdirSync(at('empty'));
    await refused(asked({ '--app': at('empty') }), 'holds no built page', 'npm run build');
    expect(existsSync(at('none'))).toBe(false);
  });

  it('more incidents than a page shows', async () => {
    const asked = { format: 'auto', columns: [] };
    const io = { note: () => undefined };
    await expect(readSiteIncidents(io, at('events.csv'), asked, 3)).rejects.toThrow('holds more than 3 incidents');
    expect((await readSiteIncidents(io, at('events.csv'), asked, 4)).figures.incidents).toBe(4);
  });

  it.skipIf(process.platform === 'win32')('an empty folder behind a link is filled where it stands', async () => {
    mkdirSync(at('real'));
    symlinkSync(at('real'), at('link'));
    expect((await publish(at('link'))).status).toBe(0);
    expect(existsSync(at('link', 'index.html'))).toBe(true);
  });
});
