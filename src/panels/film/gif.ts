import { applyPalette, GIFEncoder, quantize, type GifPalette } from 'gifenc';
import { pixelsOf, type Recorder } from './recorder.ts';

/** One index of a palette is for what stays as it was. */
const MOST_COLORS = 255;
/** A GIF tells time in hundredths of a second, and most programs hold a picture for two at least. */
const LEAST_MS = 20;

/** Writes a GIF. Its colours are those of the first picture, whose key has them all; what stays as it was is written once. */
export function recordGif(rate: number): Recorder {
  const gif = GIFEncoder();
  let palette: GifPalette | null = null;
  let before: Uint8Array | null = null;
  /** of the pictures so far, to the hundredth of a second */
  let [frame, told] = [0, 0];
  return {
    add: async (canvas, frames) => {
      const { data, width, height } = pixelsOf(canvas);
      const first = palette === null;
      palette ??= quantize(data, MOST_COLORS);
      const indices = applyPalette(data, palette);
      const stays = palette.length;
      frame += frames;
      const due = Math.round((frame * 100) / rate) * 10;
      const delay = Math.max(LEAST_MS, due - told);
      told += delay;
      gif.writeFrame(before ? changed(before, indices, stays) : indices, width, height, {
        ...(first && { palette: [...palette, [0, 0, 0]] }),
        ...(!first && { transparent: true, transparentIndex: stays }),
        ...{ delay, dispose: 1, repeat: 0 },
      });
      before = indices;
      // the page goes on in between
      await new Promise((done) => setTimeout(done));
    },
    rest: () => Promise.resolve(),
    finish: () => {
      if (palette === null) return Promise.resolve(null);
      gif.finish();
      return Promise.resolve(new Blob([gif.bytes()], { type: 'image/gif' }));
    },
    cancel: () => Promise.resolve(),
  };
}

/** The picture, with an index of its own where it is as the one before. */
function changed(before: Uint8Array, indices: Uint8Array, stays: number): Uint8Array {
  return indices.map((index, i) => (index === before[i] ? stays : index));
}
