import { contextOf } from '../../scene/canvas.ts';

/** What a film is written with, picture by picture. */
export interface Recorder {
  /** Takes a picture that stays for `frames` frames, before the canvas is drawn on again. `name` tells it from others. */
  add: (canvas: HTMLCanvasElement, frames: number, name: string) => Promise<void>;
  /** Has all that it was given written, as it may be long until the next picture. */
  rest: () => Promise<void>;
  /** The film of what was added; also after a failure, where anything was written before it. `null` where nothing was. */
  finish: () => Promise<Blob | null>;
  /** Gives the film up. */
  cancel: () => Promise<void>;
}

/** The pixels of a picture of a film. */
export function pixelsOf(canvas: HTMLCanvasElement): ImageData {
  return contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
}
