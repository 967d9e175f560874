import { MAP } from '../../text/map.ts';

/** A canvas as PNG. Rejects where the browser makes none: it is too large, or memory is short. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(MAP.noPicture))), 'image/png'),
  );
}
