import { Zip, ZipPassThrough } from 'fflate';
import { pngOf } from '../sheet/png.ts';
import type { Recorder } from './recorder.ts';

/** Writes each picture once, as PNG, into a zip. */
export function recordPictures(): Recorder {
  // a browser may keep blobs on disk: what is written does not stay in memory
  const parts: Blob[] = [];
  let failure: Error | null = null;
  let count = 0;
  const zip = new Zip((error, chunk) => {
    if (error) failure ??= error;
    else parts.push(new Blob([chunk as Uint8Array<ArrayBuffer>]));
  });
  return {
    add: async (canvas, _frames, name) => {
      const png = new Uint8Array(await (await pngOf(canvas)).arrayBuffer());
      // PNG is packed already
      const entry = new ZipPassThrough(`${name}.png`);
      zip.add(entry);
      entry.push(png, true);
      if (failure) throw failure;
      count++;
    },
    rest: () => Promise.resolve(),
    finish: () => {
      if (count === 0) return Promise.resolve(null);
      zip.end();
      return Promise.resolve(new Blob(parts, { type: 'application/zip' }));
    },
    cancel: () => {
      zip.terminate();
      return Promise.resolve();
    },
  };
}
