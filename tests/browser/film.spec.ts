import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { open } from './picture.ts';
import { expect, test } from './setup.ts';

test.use({ isDrawn: true });

// each waits for whole films in software rendering
test.describe.configure({ timeout: 180_000 });

/** June, July and August 2014, near enough for marks to be told apart. */
const SUMMER = 'panel=data&t=2014-06-01/2014-08-31&map=6/33.5/70.5';
const JULY = 'panel=data&t=2014-07-01/2014-07-31&map=6/33.5/70.5';

const part = (page: Page) => page.getByTestId('film');

/** Opens the part that makes films, and chooses. */
async function openFilm(page: Page, choices: Record<string, string> = {}) {
  await page.getByText('Make a film of the map').click();
  await expect(part(page).getByRole('combobox', { name: 'Format' })).toBeVisible();
  await choose(page, choices);
}

async function choose(page: Page, choices: Record<string, string>) {
  for (const [name, value] of Object.entries(choices))
    await part(page).getByRole('combobox', { name, exact: true }).selectOption(value);
}

const start = (page: Page) => page.getByRole('button', { name: 'Make the film' }).click();

async function downloadOf(page: Page, act: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 100_000 }), act()]);
  return download;
}

const bytesOf = async (download: Download) => readFileSync(await download.path());

/** The pictures of a zip, by name. */
const picturesOf = (zip: Buffer) =>
  Object.entries(unzipSync(zip)).map(([name, png]) => ({ name, png: Buffer.from(png) }));

/** Has the page remember what is written on any canvas. */
async function rememberWritten(page: Page) {
  await page.addInitScript(() => {
    const written: string[] = [];
    Object.assign(globalThis, { written });
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      written.push(text);
      write.call(this, text, ...rest);
    };
  });
}

const writtenOn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { written: string[] }).written.join(' '));

const dataUrl = (type: string, bytes: Buffer) => `data:${type};base64,${bytes.toString('base64')}`;

interface Likeness {
  size: number[];
  seconds: number;
  /** of a colour's 255, in the middle of all pixels */
  mean: number;
  /** of the pixels, how many differ by more than a fifth */
  apart: number;
}

/** How like a picture is to one of a film at a time, s, or to another picture. */
function likeness(page: Page, picture: Buffer, other: { type: string; bytes: Buffer; at?: number }): Promise<Likeness> {
  return page.evaluate(
    async ({ png, url, at }) => {
      const pixelsOf = (source: CanvasImageSource, width: number, height: number) => {
        const context = new OffscreenCanvas(width, height).getContext('2d');
        if (!context) throw new Error('no canvas');
        context.drawImage(source, 0, 0);
        return context.getImageData(0, 0, width, height).data;
      };
      const image = new Image();
      image.src = png;
      await image.decode();
      const { width, height } = image;
      const one = pixelsOf(image, width, height);
      let seconds = 0;
      let size: number[];
      let two: Uint8ClampedArray;
      if (at === undefined) {
        image.src = url;
        await image.decode();
        size = [image.width, image.height];
        two = pixelsOf(image, width, height);
      } else {
        const video = document.createElement('video');
        video.muted = true;
        video.src = url;
        await new Promise((done, failed) => {
          video.onloadeddata = done;
          video.onerror = () => failed(new Error(video.error?.message));
        });
        await new Promise((done) => {
          video.onseeked = done;
          video.currentTime = at;
        });
        seconds = video.duration;
        size = [video.videoWidth, video.videoHeight];
        two = pixelsOf(video, width, height);
      }
      let [sum, apart] = [0, 0];
      for (let i = 0; i < one.length; i += 4) {
        const off = [0, 1, 2].map((k) => Math.abs(one[i + k] - two[i + k]));
        sum += off[0] + off[1] + off[2];
        if (Math.max(...off) > 51) apart++;
      }
      return { size, seconds, mean: sum / (width * height * 3), apart: apart / (width * height) };
    },
    { png: dataUrl('image/png', picture), url: dataUrl(other.type, other.bytes), at: other.at },
  );
}

/** Saves the picture of what the page shows, 1920 × 1080. */
async function savedPicture(page: Page) {
  await page.getByRole('combobox', { name: 'Size of the picture' }).selectOption('1920 × 1080');
  return bytesOf(await downloadOf(page, () => page.getByRole('button', { name: /as a picture/ }).click()));
}

/** The tab is hidden, or seen again, as far as the page can tell. */
const hide = (page: Page, isHidden: boolean) =>
  page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);

test('a film’s picture of a month is the picture that is saved of it, in a zip and in a video', async ({ page }) => {
  await open(page, SUMMER);
  await openFilm(page, { Format: 'png', Size: 'full', Days: 'window', 'Each picture shows': 'month' });
  await expect(page.getByTestId('film-size')).toHaveText(/^3 pictures, roughly/);
  const pictures = picturesOf(await bytesOf(await downloadOf(page, () => start(page))));
  expect(pictures.map(({ name }) => name)).toEqual([
    '00001-2014-06-30.png',
    '00002-2014-07-31.png',
    '00003-2014-08-31.png',
  ]);

  // at a picture a second and 30 frames, the last held for a second more
  const video = { Format: 'mp4', 'Steps a second': '1', 'Last picture stays': '1' };
  await choose(page, video);
  await expect(page.getByTestId('film-size')).toHaveText(/^3 pictures, 4 sec, roughly/);
  const download = await downloadOf(page, () => start(page));
  expect(download.suggestedFilename()).toMatch(/^durand-map-film-\d{4}-\d\d-\d\d\.mp4$/);
  const mp4 = { type: 'video/mp4', bytes: await bytesOf(download) };

  await page.goto('about:blank');
  await open(page, JULY);
  await page.waitForLoadState('networkidle'); // with the crossings of the line
  const july = await savedPicture(page);
  await page.goto('about:blank');
  const same = await likeness(page, july, { type: 'image/png', bytes: pictures[1].png });
  expect(same.size).toEqual([1920, 1080]);
  expect(same.apart).toBeLessThan(0.00001);
  const other = await likeness(page, july, { type: 'image/png', bytes: pictures[0].png });
  expect(other.apart).toBeGreaterThan(0.001);

  const inVideo = await likeness(page, july, { ...mp4, at: 1.5 });
  expect(inVideo.size).toEqual([1920, 1080]);
  expect(inVideo.seconds).toBeCloseTo(4, 1);
  expect(inVideo.mean).toBeLessThan(3);
  expect(inVideo.apart).toBeLessThan(0.002);
  const otherInVideo = await likeness(page, july, { ...mp4, at: 0.5 });
  expect(otherInVideo.apart).toBeGreaterThan(inVideo.apart + 0.001);
});

test('a film tells how far it is, can be given up, and nothing of the page has moved', async ({ page }) => {
  await open(page, SUMMER);
  await openFilm(page, { Days: 'window', 'Each picture shows': 'month', Step: 'day' });
  const address = page.url();
  await start(page);
  const cancel = part(page).getByRole('button', { name: 'Cancel' });
  await expect(cancel).toBeFocused();
  await expect(part(page)).toContainText(/[1-9]\d* of 63 pictures/);
  await expect(part(page).getByRole('combobox', { name: 'Size' })).toBeDisabled();
  await cancel.click();
  await expect(part(page)).toHaveAttribute('data-state', 'cancelled');
  await expect(part(page)).toContainText('given up');
  await expect(part(page).getByRole('button', { name: 'Make the film' })).toBeFocused();
  await expect(page.locator('canvas.maplibregl-canvas')).toHaveCount(1);
  expect(page.url()).toBe(address);
});

test('a film goes on while its panel is closed, and its end is told @long', async ({ page }) => {
  await open(page, SUMMER);
  await openFilm(page, { Days: 'window', 'Each picture shows': 'month', Format: 'webm' });
  const download = await downloadOf(page, async () => {
    await start(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('film')).toHaveCount(0);
  });
  expect((await bytesOf(download)).subarray(0, 4).toString('hex')).toBe('1a45dfa3'); // EBML
  await expect(page.getByText(/^Saved: durand-map-film-.*webm/)).toBeVisible();
});

test('a film of one picture says so, and is made', async ({ page }) => {
  await open(page, JULY);
  await openFilm(page, { Days: 'window', 'Each picture shows': 'year', Format: 'png' });
  await expect(part(page)).toContainText('One picture, roughly');
  await expect(part(page)).toContainText('in which nothing moves');
  const pictures = picturesOf(await bytesOf(await downloadOf(page, () => start(page))));
  expect(pictures.map(({ name }) => name)).toEqual(['00001-2014-07-31.png']);
});

test('a film waits while its tab is hidden and is whole, though the encoder was taken away meanwhile @long', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (!isSecureContext) return; // the page that is there before
    const all: VideoEncoder[] = [];
    Object.assign(globalThis, { all });
    globalThis.VideoEncoder = class extends VideoEncoder {
      constructor(init: VideoEncoderInit) {
        super(init);
        all.push(this);
      }
    };
  });
  await open(page, SUMMER);
  await openFilm(page, { Days: 'window', 'Each picture shows': 'month', Step: 'day', 'Last picture stays': '0' });
  await choose(page, { 'Steps a second': '30' });
  await start(page);
  await expect(part(page)).toContainText(/[1-9]\d* of 63 pictures/);
  await hide(page, true);
  await expect(part(page)).toContainText('Paused while this tab is hidden');
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { all: VideoEncoder[] }).all.at(-1)?.encodeQueueSize))
    .toBe(0);
  const done = await part(page)
    .getByText(/of 63 pictures/)
    .textContent();
  await page.evaluate(async () => {
    const encoder = (globalThis as unknown as { all: VideoEncoder[] }).all.at(-1);
    await encoder?.flush();
    encoder?.close();
  });
  await expect(part(page).getByText(/of 63 pictures/)).toHaveText(done ?? '');
  const download = await downloadOf(page, () => hide(page, false));
  const bytes = await bytesOf(download);
  await page.goto('about:blank');
  const seconds = await page.evaluate(
    async (url) => {
      const video = document.createElement('video');
      video.src = url;
      await new Promise((loaded) => (video.onloadeddata = loaded));
      return video.duration;
    },
    dataUrl('video/mp4', bytes),
  );
  expect(seconds).toBeCloseTo(63 / 30, 1);
});

test('without an encoder the pictures come in a zip, and the page says why @long', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'VideoEncoder'));
  await open(page, SUMMER);
  await openFilm(page, { Days: 'window', 'Each picture shows': 'month' });
  await expect(part(page)).toContainText('This browser encodes no video.');
  await expect(part(page).getByRole('combobox', { name: 'Format' })).toHaveValue('png');
  const pictures = picturesOf(await bytesOf(await downloadOf(page, () => start(page))));
  expect(pictures).toHaveLength(3);
  for (const { png } of pictures) expect(png.subarray(1, 4).toString()).toBe('PNG');
});

test('an encoder that breaks off leaves what was made, to be saved @long', async ({ page }) => {
  await page.addInitScript(() => {
    let left = 20;
    const encode = VideoEncoder.prototype.encode;
    VideoEncoder.prototype.encode = function (...given) {
      if (left-- <= 0) throw new Error('No more.');
      encode.apply(this, given);
    };
  });
  await open(page, SUMMER);
  await openFilm(page, { Days: 'window', 'Each picture shows': 'month', Step: 'day', 'Steps a second': '30' });
  await start(page);
  await expect(part(page)).toContainText('ended early, after 20 of 63 pictures; these can be saved. No more.');
  const bytes = await bytesOf(await downloadOf(page, () => part(page).getByRole('button', { name: /save/i }).click()));
  expect(bytes.subarray(4, 8).toString()).toBe('ftyp');
});

test('a film that cannot be saved is kept, and saved again', async ({ page }) => {
  await page.addInitScript(() => {
    const make = URL.createObjectURL;
    let isFull = true;
    URL.createObjectURL = (object) => {
      if (object instanceof Blob && object.type.startsWith('application/zip') && isFull) {
        isFull = false;
        throw new Error('The disk is full.');
      }
      return make.call(URL, object);
    };
  });
  await open(page, JULY);
  await openFilm(page, { Days: 'window', 'Each picture shows': 'month', Format: 'png' });
  await start(page);
  await expect(part(page)).toContainText(
    'could not be saved. Make room on the disk and save it again. (The disk is full.)',
  );
  const download = await downloadOf(page, () => part(page).getByRole('button', { name: 'Save it again' }).click());
  expect(picturesOf(await bytesOf(download))).toHaveLength(1);
  await expect(part(page)).toContainText(/^.*Saved: durand-map-film/);
});

test('a GIF is for short films alone, and moves @long', async ({ page }) => {
  await open(page, SUMMER);
  await openFilm(page, { Format: 'gif', 'Each picture shows': 'month' });
  await expect(part(page)).toContainText('120 pictures at most');
  await expect(page.getByRole('button', { name: 'Make the film' })).toBeDisabled();
  await choose(page, { Days: 'window', 'Steps a second': '4', 'Last picture stays': '1' });
  const gif = await bytesOf(await downloadOf(page, () => start(page)));
  const decoded = await page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const decoder = new ImageDecoder({ data, type: 'image/gif' });
    await decoder.tracks.ready;
    await decoder.completed;
    const count = decoder.tracks.selectedTrack?.frameCount ?? 0;
    const frames = [];
    for (let frameIndex = 0; frameIndex < count; frameIndex++) {
      const { image } = await decoder.decode({ frameIndex });
      frames.push([image.displayWidth, image.displayHeight, Math.round((image.duration ?? 0) / 1000)]);
    }
    return frames;
  }, gif.toString('base64'));
  // 7.5 frames of a thirtieth of a second each, by turns 8 and 7, in hundredths: 0.27, 0.23, and 0.27 with one second more
  expect(decoded).toEqual([
    [1280, 720, 270],
    [1280, 720, 230],
    [1280, 720, 1270],
  ]);
});

test('a film has the title that is typed, and what cannot be in it is said @both', async ({ page }) => {
  await rememberWritten(page);
  await open(page, JULY);
  await openFilm(page, { Days: 'window', 'Each picture shows': 'month', Format: 'png', Size: 'upright' });
  await part(page).getByRole('textbox', { name: 'Title' }).fill('گرمیاں <b>2014</b>');
  await downloadOf(page, () => start(page));
  const written = await writtenOn(page);
  for (const words of ['گرمیاں <b>2014</b>', '1–31 Jul 2014', 'killed', 'Durand Line', 'OpenStreetMap'])
    expect(written).toContain(words);
});

const STORY = `---
story: 1
title: Two months
---

## A month of summer

[View](#t=2014-07-01/2014-07-31&map=6/33.5/70.5)

Operations began **in June**.

### Sources

- A list of incidents

## A month of autumn

[View](#t=2014-10-01/2014-10-31&map=7/31/67.5&types=ambush&bands=1)

Words of <b>autumn</b>.
`;

test('a story becomes a film: its steps with their words and sources, and the way between them', async ({ page }) => {
  await rememberWritten(page);
  await open(page, 'story=list&t=2010-01-01/2010-12-31');
  const stories = page.getByRole('region', { name: 'Stories' });
  await stories
    .locator('input[type=file]')
    .setInputFiles({ name: 'two.md', mimeType: 'text/markdown', buffer: Buffer.from(STORY) });
  await expect(stories.getByTestId('story')).toContainText('Words of <b>autumn</b>.');
  await stories.getByText('Make a film of this story').click();
  await expect(part(page).getByRole('combobox', { name: 'Format' })).toBeVisible();
  await choose(page, { Format: 'png', 'Pictures a second on the way': '1' });
  // the first, one on the way that takes two seconds, and the second
  await expect(page.getByTestId('film-size')).toContainText('3 pictures');
  const view = await page.evaluate(() => location.hash);
  const pictures = picturesOf(await bytesOf(await downloadOf(page, () => start(page))));
  expect(await page.evaluate(() => location.hash)).toBe(view);
  // halfway from the last day of July to that of October, 92 days
  expect(pictures.map(({ name }) => name)).toEqual([
    '00001-2014-07-31.png',
    '00002-2014-09-15.png',
    '00003-2014-10-31.png',
  ]);
  const written = await writtenOn(page);
  for (const words of [
    ...['Two months: A month of summer', 'Operations began in June. Sources: A list of incidents.', '1–31 Jul 2014'],
    ...['Two months: A month of autumn', 'Words of <b>autumn</b>.', '1–31 Oct 2014', 'Ambush', 'Distance bands'],
  ])
    expect(written).toContain(words);
  const apart = async (a: number, b: number) =>
    (await likeness(page, pictures[a].png, { type: 'image/png', bytes: pictures[b].png })).apart;
  for (const [a, b] of [
    [0, 1],
    [1, 2],
    [0, 2],
  ])
    expect(await apart(a, b), `pictures ${a + 1} and ${b + 1}`).toBeGreaterThan(0.01);
});
