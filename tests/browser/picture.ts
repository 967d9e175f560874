import type { Page } from '@playwright/test';
import { expect } from './setup.ts';

/** The map without bar, legend and timeline. */
export const FREE = { x: 8, y: 60, width: 1000, height: 540 };

/** The middle of the map, which lies between bar and timeline. */
export const CENTRE = { x: 640, y: 338 };

/** Opens the page with a hash and waits for its map. */
export async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(`/#${hash}`);
  await painted(page);
}

/** Waits for the first whole picture of the map. */
async function painted(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted', { timeout: 40_000 });
}

interface Found {
  pixels: number;
  /** the middle of them, CSS pixels of the page */
  x: number;
  y: number;
}

/** The pixels on the screen that have the colour of a custom property, near enough for antialiasing. */
export async function find(page: Page, property: string, clip = FREE): Promise<Found> {
  const png = await page.screenshot({ clip });
  return page.evaluate(
    async ({ data, property, clip }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no 2d context');
      context.drawImage(image, 0, 0);
      const color = getComputedStyle(document.documentElement).getPropertyValue(property).trim();
      const [r, g, b] = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
      const pixels = context.getImageData(0, 0, image.width, image.height).data;
      let [count, sumX, sumY] = [0, 0, 0];
      for (let i = 0; i < pixels.length; i += 4) {
        const away = Math.abs(pixels[i] - r) + Math.abs(pixels[i + 1] - g) + Math.abs(pixels[i + 2] - b);
        if (away > 18) continue;
        count++;
        sumX += ((i / 4) % image.width) + 0.5;
        sumY += Math.floor(i / 4 / image.width) + 0.5;
      }
      return { pixels: count, x: clip.x + sumX / count, y: clip.y + sumY / count };
    },
    { data: png.toString('base64'), property, clip },
  );
}

/** The pixels of districts in the upper classes: which of these there are hangs on all windows that are played. */
export async function shadedPixels(page: Page): Promise<number> {
  let pixels = 0;
  for (const nth of [2, 3, 4]) pixels += (await find(page, `--choropleth-${nth}`)).pixels;
  return pixels;
}

/** The greatest difference, of 255, of a colour of any pixel between two pictures of one size. */
export async function difference(page: Page, before: Buffer, after: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (data) => {
          const image = new Image();
          image.src = `data:image/png;base64,${data}`;
          await image.decode();
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          if (!context) throw new Error('no 2d context');
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
    },
    [before.toString('base64'), after.toString('base64')],
  );
}

/** Takes the map's WebGL context away and gives it back. */
export async function loseContext(page: Page): Promise<void> {
  await (
    await takeContext(page)
  )();
}

/** Takes the map's WebGL context away; gives what gives it back. */
export async function takeContext(page: Page): Promise<() => Promise<void>> {
  const loss = await page.evaluateHandle(async () => {
    const gl = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas')?.getContext('webgl2');
    const loss = gl?.getExtension('WEBGL_lose_context');
    if (!loss) throw new Error('the browser cannot lose a context on purpose');
    const lost = new Promise((done) => gl?.canvas.addEventListener('webglcontextlost', done));
    loss.loseContext();
    await lost;
    await new Promise((done) => setTimeout(done));
    return loss;
  });
  return () => loss.evaluate((taken) => taken.restoreContext());
}
