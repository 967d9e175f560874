import { readFileSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Engine } from './engine.ts';
import { expect, test } from './setup.ts';

interface Layer {
  features: { properties: { type: string } }[];
}
const { features } = JSON.parse(readFileSync('public/layers/incidents.geojson', 'utf8')) as Layer;

const TABLE = `id,date,latitude,longitude,title,deaths
one,2024-03-05,33.0,70.1,Made up,3
two,2024-03-06,34.0,71.5,Second,
`;

const named = (name: string) => `//button[normalize-space()="${name}" or @aria-label="${name}"]`;
const ofTest = (id: string) => `//*[@data-testid="${id}"]`;

async function open(engine: Engine, baseURL: string | undefined, hash = ''): Promise<void> {
  await engine.session.goTo(`${baseURL}#${hash}`);
  await expect.poll(() => engine.session.run('return document.documentElement.dataset.map')).toBe('painted');
}

const text = (engine: Engine, id: string) =>
  engine.session
    .run('return document.querySelector(`[data-testid=${arguments[0]}]`)?.textContent ?? ""', id)
    .then(String);

/** The number in front of “incidents” in the top bar. */
const figure = async (engine: Engine) => Number(/^[\d,]+/.exec(await text(engine, 'summary'))?.[0].replaceAll(',', ''));

async function openTable({ session }: Engine, path: string): Promise<void> {
  writeFileSync(path, TABLE);
  await session.type('//input[@data-testid="file"]', path);
  await expect
    .poll(() => session.run('return document.querySelector("[data-testid=import]")?.dataset.state'))
    .toBe('done');
}

/** Counts the pixels of a picture that have the colour of a custom property, in the page. */
const PIXELS = `
  const [png, property] = arguments;
  const image = new Image();
  image.src = 'data:image/png;base64,' + png;
  return image.decode().then(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const color = getComputedStyle(document.documentElement).getPropertyValue(property).trim();
    const wanted = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
    const { data } = context.getImageData(0, 60, 1000, 540);
    let count = 0;
    for (let i = 0; i < data.length; i += 4)
      if (wanted.every((value, k) => Math.abs(value - data[i + k]) < 8)) count++;
    return count;
  });`;

const pixels = async ({ session }: Engine, property: string) =>
  Number(await session.run(PIXELS, await session.picture(), property));

test('the watch sees errors of the page and of its console', async ({ engine, baseURL, takeComplaints }) => {
  await open(engine, baseURL);
  await engine.session.run(
    'setTimeout(() => { throw new Error("thrown on purpose"); }); console.error("said on purpose");',
  );
  const heard: string[] = [];
  const hear = async () => {
    heard.push(...(await takeComplaints()));
    return heard.join();
  };
  await expect.poll(hear).toContain('thrown on purpose');
  await expect.poll(hear).toContain('said on purpose');
});

test('the first picture shows land, the line, borders and incidents', async ({ engine, baseURL }) => {
  await open(engine, baseURL);
  expect(await figure(engine)).toBe(features.length);
  for (const property of ['--land', '--border-line', '--group-attack', '--group-force', '--province-edge'])
    await expect.poll(() => pixels(engine, property), property).toBeGreaterThan(100);
});

test('playing moves the window and pauses', async ({ engine, baseURL }) => {
  await open(engine, baseURL, 't=2010-01-01/2010-12-31');
  const before = await text(engine, 'summary');
  await engine.session.click(ofTest('play'));
  await expect.poll(() => text(engine, 'summary')).not.toBe(before);
  await engine.session.click(ofTest('play'));
  expect(await text(engine, 'summary')).toContain('20');
});

test('a filter leaves what it names', async ({ engine, baseURL }) => {
  await open(engine, baseURL, 'panel=filters');
  await engine.session.click('//label[contains(., "Suicide bombing")]//input');
  const suicide = features.filter(({ properties }) => properties.type === 'suicide_bombing');
  await expect.poll(() => figure(engine)).toBe(suicide.length);
});

test('a file adds its incidents; they are there after a reload', async ({ engine, baseURL }, info) => {
  await open(engine, baseURL, 'panel=data');
  await openTable(engine, info.outputPath('mine.csv'));
  await expect.poll(() => figure(engine)).toBe(features.length + 2);
  await expect
    .poll(() => engine.session.run('return document.querySelector("[data-testid=datasets]").ariaBusy'))
    .toBe('false');
  await engine.session.reload();
  await expect.poll(() => figure(engine)).toBe(features.length + 2);
  await engine.session.click(named('Remove mine.csv'));
  await expect.poll(() => figure(engine)).toBe(features.length);
});

test('a typed place is measured', async ({ engine, baseURL }) => {
  await open(engine, baseURL);
  await engine.session.click(named('Measure'));
  await engine.session.type('//label[contains(., "Latitude")]//input', '34.01');
  await engine.session.type('//label[contains(., "Longitude")]//input', '71.58\uE007'); // and Enter
  // Karney's geodesic search over the whole line, geo measure 71.58 34.01
  await expect.poll(() => text(engine, 'measurement')).toContain('44.9 km');
});

test('what is shown is saved as CSV', async ({ engine, baseURL }) => {
  await open(engine, baseURL, 'panel=data');
  // neither engine tells its driver of downloads: what is handed to the browser is what counts
  await engine.session.run(
    'const make = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => (window.saved = text)); return make(blob); };',
  );
  await engine.session.click(named('Save as CSV'));
  const saved = async () => String(await engine.session.run('return window.saved ?? ""'));
  await expect
    .poll(async () => Papa.parse(await saved(), { header: true, skipEmptyLines: true }).data.length)
    .toBe(features.length);
});
