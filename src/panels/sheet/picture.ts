import { PICTURE_SIZES, type PictureSizeId } from '../../choices.ts';
import { readPalette } from '../../scene/palette.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { framed, frameOf } from './framed.ts';
import { pngOf } from './png.ts';
import { drawScaleBar } from './scale-bar.ts';
import { sheetOf } from './sheet.ts';

/** The map as it is shown, with all that it needs around it, as PNG of a size. Rejects with words where the browser makes none. */
export async function pictureOf(app: AppState, id: PictureSizeId): Promise<Blob> {
  const palette = readPalette();
  const size = PICTURE_SIZES[id];
  const sheet = (zoom: number) => sheetOf(app, palette, zoom);
  if (size === null) {
    const map = await app.map.picture(null);
    drawScaleBar(map, app.view.units, palette);
    const frame = frameOf(sheet(map.zoom), map.canvas.width / map.ratio);
    return pngOf(framed(map.canvas, map.ratio, frame, palette));
  }
  const { width, height, ratio } = size;
  const { top, bottom } = frameOf(sheet(app.view.camera?.zoom ?? 0), width);
  const map = await app.map.picture({ width, height: Math.round(height - top - bottom), ratio });
  drawScaleBar(map, app.view.units, palette);
  // the key sizes the marks of the map that was drawn; the room for it stays
  const frame = { ...frameOf(sheet(map.zoom), width), top, bottom: height - top - map.canvas.height / ratio };
  return pngOf(framed(map.canvas, ratio, frame, palette));
}
