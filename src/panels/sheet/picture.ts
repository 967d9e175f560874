import { APP } from '../../../geo/citation.ts';
import { PICTURE_SIZES, type PictureSizeId } from '../../choices.ts';
import { readPalette } from '../../scene/palette.ts';
import type { MapPicture } from '../../scene/scene.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { MADE } from '../../text/made.ts';
import { PICTURE } from '../../text/picture.ts';
import { SHELL } from '../../text/shell.ts';
import { framed, frameOf } from './framed.ts';
import { whenHere } from './here.ts';
import { drawOnMap } from './on-map.ts';
import { withWords } from './png-words.ts';
import { pngOf } from './png.ts';
import { sheetOf, type MapSheet } from './sheet.ts';
import { toldPicture } from './told.ts';

/** CSS pixels of height that the map has at least. */
const LEAST_HEIGHT = 160;
/** CSS pixels that two maps may lack between them and at their edges. */
const LACKING = 2;

/** What the reader writes on a picture, as it is drawn: the page's own title where there is none. */
export function wordsOf({ title, note }: AppState['picturing']): { title: string; note: string } {
  return { title: title.trim() || SHELL.title, note: note.trim() };
}

/**
 * The map as it is shown, with all that it needs around it, as PNG of a size, which tells itself in words too. Rejects
 * with words where the browser makes none.
 */
export async function pictureOf(app: AppState, id: PictureSizeId): Promise<Blob> {
  await whenHere(app);
  const palette = readPalette();
  const words = wordsOf(app.picturing);
  const sheetAt = (zoom: number) => ({ ...sheetOf(app, palette, zoom), ...words });
  const { map, room } = await mapOf(app, id, sheetAt);
  drawOnMap(map, app.view.units, palette);
  const sheet = sheetAt(map.zoom);
  const width = PICTURE_SIZES[id]?.width ?? map.canvas.width / map.ratio;
  // the key sizes the marks of the map that was drawn; the room for it stays
  const picture = framed(map.canvas, map.ratio, { ...frameOf(sheet, width), ...room }, palette);
  const png = new Uint8Array(await (await pngOf(picture)).arrayBuffer());
  const dotsPerInch = PICTURE_SIZES[id]?.dotsPerInch ?? null;
  return new Blob([withWords(png, { texts: textsOf(sheet, toldPicture(app, words)), dotsPerInch })], {
    type: 'image/png',
  });
}

/** The map, drawn for what a sheet leaves it of a size, and the room above and below it; `null` where that is as the sheet asks. */
async function mapOf(
  app: AppState,
  id: PictureSizeId,
  sheetAt: (zoom: number) => MapSheet,
): Promise<{ map: MapPicture; room: Record<'top' | 'bottom', number> | null }> {
  const size = PICTURE_SIZES[id];
  if (size === null) return { map: await app.map.picture(null), room: null };
  const { width, height, ratio } = size;
  const { top, bottom } = frameOf(sheetAt(app.view.camera?.zoom ?? 0), width);
  const left = height - top - bottom;
  if (left < LEAST_HEIGHT) throw new Error(PICTURE.noRoom);
  const asked = { width: Math.ceil(width), height: Math.round(left), ratio };
  const map = await app.map.picture(asked);
  const { canvas } = map;
  if (canvas.width < (asked.width - LACKING) * ratio || canvas.height < (asked.height - LACKING) * ratio) {
    const pixels = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
    throw new Error(PICTURE.tooLarge({ asked: pixels, drawn: canvas }));
  }
  return { map, room: { top, bottom: height - top - canvas.height / ratio } };
}

/** What the file says of itself, by the keywords of PNG; its Source would be the device that made it. */
function textsOf({ title, caveats, sources }: MapSheet, told: string) {
  return {
    Title: title,
    Description: told,
    Copyright: sources,
    Disclaimer: caveats.join(' '),
    Software: MADE.version(APP),
    'Creation Time': new Date().toUTCString(),
  };
}
