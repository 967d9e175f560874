import type { FilmFormat, FilmSizeId, FilmSpan, FilmWidth } from '../choices.ts';
import { plainText } from './locale.ts';
import { bytesText, counted, countText, secondsText } from './numbers.ts';

/** The words of a film of the map. */
export const FILM = {
  title: 'Make a film of the map',
  help: 'The film plays what is shown now from its first day to its last, each picture with title, date, figures, key, scale, caveats and sources. The page can be used meanwhile.',
  storyHelp:
    'The film plays the story: the map flies and days play from step to step, and each step, with its words and sources, stays as long as it takes to read. The page can be used meanwhile.',
  storyTitle: ({ title, heading }: Record<'title' | 'heading', string>) => `${title}: ${heading}`,
  storySources: (sources: readonly string[]) => (sources.length === 0 ? '' : `Sources: ${sources.join('; ')}.`),
  sketchHelp: 'What the open analysis draws on the map is not in the film.',
  twoMapsHelp: 'The film has one map.',
  format: 'Format',
  size: 'Size',
  span: 'Days',
  width: 'Each picture shows',
  step: 'Step',
  speed: 'Steps a second',
  wayPictures: 'Pictures a second on the way',
  speedOf: (speed: number) => plainText(speed),
  rate: 'Frames a second',
  hold: 'Last picture stays',
  holdOf: secondsText,
  caption: 'Title',
  noVideo: 'This browser encodes no video. Pictures in a zip, or a GIF, can be made instead.',
  noMp4: 'This browser encodes no MP4 (H.264).',
  summary: ({ pictures, seconds, bytes }: Record<'pictures' | 'seconds' | 'bytes', number>) =>
    counted(
      pictures,
      {
        one: 'One picture, {seconds}, roughly {size}',
        other: '{count} pictures, {seconds}, roughly {size}',
      },
      { seconds: secondsText(seconds), size: bytesText(bytes) },
    ),
  summaryOfPictures: ({ pictures, bytes }: Record<'pictures' | 'bytes', number>) =>
    counted(
      pictures,
      { one: 'One picture, roughly {size}', other: '{count} pictures, roughly {size}' },
      { size: bytesText(bytes) },
    ),
  single: 'It would be one picture, in which nothing moves: choose more days, or let each picture show fewer.',
  tooLong: (most: number) =>
    `A film has ${countText(most)} seconds at most. Choose longer steps, more of them a second, or fewer days.`,
  tooMany: (most: number) => `A zip has ${countText(most)} pictures at most. Choose longer steps or fewer days.`,
  tooManyForGif: (most: number) =>
    `A GIF is for short films, ${countText(most)} pictures at most. Choose longer steps, fewer days, or another format.`,
  storyTooLong: (most: number) => `A film has ${countText(most)} seconds at most. This story takes longer to read.`,
  storyTooMany: (most: number) =>
    `That format has ${countText(most)} pictures at most. Choose fewer on the way, or another format.`,
  noRoom: 'The words leave no room for the map in this size. Choose a larger one, or shorten the words.',
  start: 'Make the film',
  progress: ({ done, pictures }: Record<'done' | 'pictures', number>) =>
    counted(
      pictures,
      { one: '{done} of {count} picture', other: '{done} of {count} pictures' },
      { done: countText(done) },
    ),
  left: (seconds: number) =>
    counted(Math.max(1, Math.round(seconds)), {
      one: 'About {count} second left',
      other: 'About {count} seconds left',
    }),
  paused: 'Paused while this tab is hidden: it goes on when you come back. Nothing is lost.',
  cancel: 'Cancel',
  cancelled: 'The film was given up.',
  made: ({ name, bytes }: { name: string; bytes: number }) => `Saved: ${name}, ${bytesText(bytes)}.`,
  keptHelp:
    'It is kept until the page is closed or another film begins. If it did not arrive, as on a full disk, make room and save it again.',
  again: 'Save it again',
  notSaved: (reason: string) =>
    `The film is made, but could not be saved. Make room on the disk and save it again. (${reason})`,
  failed: (reason: string) => `The film could not be made. ${reason}`,
  cut: ({ done, pictures, reason }: { done: number; pictures: number; reason: string }) =>
    counted(
      pictures,
      {
        one: 'The film ended early. {reason}',
        other: 'The film ended early, after {done} of {count} pictures; these can be saved. {reason}',
      },
      { done: countText(done), reason },
    ),
  noPictures: 'There is no picture to make it of.',
  noEncoder: 'The browser does not encode this format in this size. Choose another.',
  dataChanged: 'The data were changed meanwhile. Make the film again.',
} as const;

/** The formats of a film. */
export const FILM_FORMAT_NAMES: Readonly<Record<FilmFormat, string>> = {
  mp4: 'MP4 (H.264)',
  webm: 'WebM',
  png: 'Pictures (PNG) in a zip',
  gif: 'GIF',
};

/** The sizes of a film. */
export const FILM_SIZE_NAMES: Readonly<Record<FilmSizeId, string>> = {
  hd: '1280 × 720',
  full: '1920 × 1080',
  square: 'square, 1080 × 1080',
  upright: 'upright, 1080 × 1920',
};

export const FILM_SPAN_NAMES: Readonly<Record<FilmSpan, string>> = {
  all: 'All',
  timeline: 'Those of the timeline now',
  window: 'Those shown now',
};

export const FILM_WIDTH_NAMES: Readonly<Record<FilmWidth, string>> = {
  played: 'As many days as now',
  month: 'A month',
  quarter: 'Three months',
  year: 'A year',
  grows: 'All since the first day',
};
