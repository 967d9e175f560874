import { describe, expect, it } from 'vitest';
import { bitrateOf } from '../../../../../src/panels/film/encoders.ts';
import { estimatedBytes, tooLong } from '../../../../../src/panels/film/estimate.ts';

describe('a film that is too long', () => {
  it('is a video of more than ten minutes', () => {
    expect(tooLong('mp4', { pictures: 9000, seconds: 600 })).toBeNull();
    expect(tooLong('webm', { pictures: 300, seconds: 600.1 })).toBe('tooLong');
  });

  it('is a zip of more than 2,000 pictures, and a GIF of more than 120', () => {
    expect(tooLong('png', { pictures: 2000, seconds: 2000 })).toBeNull();
    expect(tooLong('png', { pictures: 2001, seconds: 1 })).toBe('tooMany');
    expect(tooLong('gif', { pictures: 120, seconds: 120 })).toBeNull();
    expect(tooLong('gif', { pictures: 121, seconds: 4 })).toBe('tooManyForGif');
  });
});

describe('the size of a film', () => {
  it('grows with its pictures and their pixels', () => {
    const film = { pixels: 1280 * 720, pictures: 100, frames: 100 };
    const bytes = estimatedBytes('mp4', film);
    expect(estimatedBytes('mp4', { ...film, pictures: 200, frames: 200 })).toBeCloseTo(2 * bytes);
    expect(estimatedBytes('mp4', { ...film, pixels: 2 * film.pixels })).toBeCloseTo(2 * bytes);
  });

  it('hardly grows with frames that repeat a picture, and in a zip not at all', () => {
    const film = { pixels: 1280 * 720, pictures: 100, frames: 100 };
    const longer = { ...film, frames: 400 };
    expect(estimatedBytes('mp4', longer)).toBeLessThan(1.5 * estimatedBytes('mp4', film));
    expect(estimatedBytes('png', longer)).toBe(estimatedBytes('png', film));
  });
});

it('a video may have 6 Mbit/s at 1280 × 720, and less for each pixel of a larger one', () => {
  const rate = 30;
  expect(bitrateOf({ width: 1280, height: 720, rate })).toBe(6_000_000);
  // 2.25 times the pixels: 2.25^0.75 = 1.837
  expect(bitrateOf({ width: 1920, height: 1080, rate })).toBeCloseTo(11_023_000, -4);
});
