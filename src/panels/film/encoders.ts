import type { FilmFormat } from '../../choices.ts';

/** How the browser encodes a video. */
export interface VideoChoice {
  codec: 'avc' | 'vp9' | 'vp8';
  config: VideoEncoderConfig;
}

/** By format the codecs, the first that the browser encodes is taken: H.264 high, main and baseline at level 4; VP9, VP8. */
const CODECS = {
  mp4: [
    ['avc', 'avc1.640028'],
    ['avc', 'avc1.4d0028'],
    ['avc', 'avc1.42e028'],
  ],
  webm: [
    ['vp9', 'vp09.00.40.08'],
    ['vp8', 'vp8'],
  ],
} as const;
const VIDEOS = Object.keys(CODECS) as (keyof typeof CODECS)[];

/** Pixels of a film and frames a second. */
export interface FilmShape {
  width: number;
  height: number;
  rate: number;
}

/** Bits a second of 1280 × 720; a larger picture has more that is plain. */
const BITS_OF_HD = 6e6;
const HD = 1280 * 720;

/** How many bits a second a video may have. */
export function bitrateOf({ width, height }: FilmShape): number {
  return Math.round(BITS_OF_HD * ((width * height) / HD) ** 0.75);
}

/** How the browser encodes the format; `null` where it does not. */
export async function videoChoice(format: FilmFormat, shape: FilmShape): Promise<VideoChoice | null> {
  if ((format !== 'mp4' && format !== 'webm') || typeof VideoEncoder === 'undefined') return null;
  const { width, height, rate } = shape;
  for (const [codec, name] of CODECS[format]) {
    const config: VideoEncoderConfig = {
      ...{ codec: name, width, height, framerate: rate, bitrate: bitrateOf(shape) },
      ...(codec === 'avc' && { avc: { format: 'avc' } }),
    };
    const { supported } = await VideoEncoder.isConfigSupported(config).catch(() => ({ supported: false }));
    if (supported) return { codec, config };
  }
  return null;
}

/** The formats that the browser can make, the best first. */
export async function formatsFor(shape: FilmShape): Promise<FilmFormat[]> {
  const videos: FilmFormat[] = [];
  for (const format of VIDEOS) if (await videoChoice(format, shape)) videos.push(format);
  return [...videos, 'png', 'gif'];
}
