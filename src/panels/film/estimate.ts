import type { FilmFormat } from '../../choices.ts';

/** What a film's size hangs on. */
interface FilmExtent {
  /** pixels of a picture */
  pixels: number;
  pictures: number;
  frames: number;
}

/** Bytes for each pixel of a picture, and for each of a frame that only repeats it; measured, see tests/bench/film.ts. */
const BYTES: Readonly<Record<FilmFormat, { picture: number; frame: number }>> = {
  mp4: { picture: 0.01, frame: 0.0005 },
  webm: { picture: 0.01, frame: 0.0005 },
  png: { picture: 0.35, frame: 0 },
  gif: { picture: 0.06, frame: 0 },
};

/** How large a film becomes, roughly: within a factor of two or so. */
export function estimatedBytes(format: FilmFormat, { pixels, pictures, frames }: FilmExtent): number {
  const { picture, frame } = BYTES[format];
  return pixels * (pictures * picture + Math.max(0, frames - pictures) * frame);
}

/** The longest video, s. */
export const MOST_SECONDS = 600;
/** The most pictures of a zip, and of a GIF. */
export const MOST_PICTURES = { png: 2000, gif: 120 } as const;

/** Why a film is too long for its format. */
export type TooLong = 'tooLong' | 'tooMany' | 'tooManyForGif';

/** Why the film is too long; `null` where it is not. */
export function tooLong(
  format: FilmFormat,
  { pictures, seconds }: Record<'pictures' | 'seconds', number>,
): TooLong | null {
  if (format === 'png') return pictures > MOST_PICTURES.png ? 'tooMany' : null;
  if (format === 'gif') return pictures > MOST_PICTURES.gif ? 'tooManyForGif' : null;
  return seconds > MOST_SECONDS ? 'tooLong' : null;
}
