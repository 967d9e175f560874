import type { Grouping } from '../../geo/model/groupings.ts';
import { PLACE_SIDES, type PlaceSide } from '../../geo/model/incident.ts';
import type { Measure } from '../../geo/store/count.ts';
import type { Tally } from '../../geo/store/sums.ts';
import type { Choropleth, PictureSizeId } from '../choices.ts';
import { listText, plainText } from './locale.ts';
import { MAP } from './map.ts';
import { counted, countText, incidentsText } from './numbers.ts';

/** So many letters a title and a note have at most. */
export const MOST_LETTERS = { title: 160, note: 600 } as const;

interface PixelsOf {
  width: number;
  height: number;
}

const SIZE = ({ width, height }: Record<'width' | 'height', string>) => `${width} × ${height}`;
const pixelsText = ({ width, height }: PixelsOf) => SIZE({ width: plainText(width), height: plainText(height) });
const TOO_LARGE = ({ asked, drawn }: Record<'asked' | 'drawn', string>) =>
  `This browser draws no map of ${asked} pixels, only one of ${drawn}. Choose a smaller size.`;

/** The words of a saved picture of the map. */
export const PICTURE = {
  save: 'Save the map as a picture (PNG)',
  size: 'Size of the picture',
  words: 'Title and note of the picture',
  title: 'Title',
  note: 'Note, below the map',
  keptHelp: 'They are kept until the page is closed.',
  tooLong: {
    title: (letters: number) =>
      `A title has ${countText(MOST_LETTERS.title)} letters at most, this one ${countText(letters)}. Shorten it to save the picture.`,
    note: (letters: number) =>
      `A note has ${countText(MOST_LETTERS.note)} letters at most, this one ${countText(letters)}. Shorten it to save the picture.`,
  },
  alternative: 'Alternative text of the picture',
  alternativeHelp:
    'For those who do not see the picture: written from its figures, and in the file, as its description.',
  tooLarge: ({ asked, drawn }: Record<'asked' | 'drawn', PixelsOf>) =>
    TOO_LARGE({ asked: pixelsText(asked), drawn: pixelsText(drawn) }),
  noRoom:
    'What is written around the map leaves it too little room. Choose a larger size, shorten title and note, or take filters away.',
} as const;

/** The sizes of a picture. */
export const PICTURE_SIZE_NAMES: Readonly<Record<PictureSizeId, string>> = {
  screen: 'as on the screen',
  link: '1200 × 630, for links',
  full: '1920 × 1080',
  large: '3840 × 2160',
  square: 'square, 2160 × 2160',
  upright: 'A4 upright, 300 dpi',
  across: 'A4 across, 300 dpi',
};

/** What a picture of the map shows, in figures. */
export interface PictureFigures {
  title: string;
  /** '' for none */
  note: string;
  /** the time on show */
  time: string;
  /** in words, each by itself */
  filters: readonly string[];
  tally: Tally;
  /** the districts of Khyber Pakhtunkhwa; those with nothing may be left out */
  districts: readonly { name: string; tally: Tally }[];
  /** of the Durand Line, and what lies in neither country */
  sides: Readonly<Record<PlaceSide | 'elsewhere', Tally>>;
  /** what the marks are coloured by, or the cells that stand for them */
  colors: { marks: Grouping } | { cells: Measure };
  shading: Choropleth;
  /** the title of what an analysis draws; `null` where it draws nothing of which there is a key */
  sketch: string | null;
  /** what two maps beside each other show, each in words; `null` where there is one */
  halves: readonly [string, string] | null;
  sources: string;
}

const TOLD = {
  note: ({ note }: { note: string }) => `Note: ${note}`,
  one: ({ time, amount }: Record<'time' | 'amount', string>) => `A map of incidents, ${time}: ${amount}.`,
  two: ({ first, second }: Record<'first' | 'second', string>) =>
    `Two maps of incidents. The first: ${first}. The second: ${second}.`,
  filters: ({ list }: { list: string }) => `Only what passes these filters: ${list}.`,
  most: ({ name, amount }: Record<'name' | 'amount', string>) =>
    `Among the districts of Khyber Pakhtunkhwa, ${name} has most: ${amount}.`,
  mostEach: ({ names, incidents }: Record<'names' | 'incidents', string>) =>
    `Among the districts of Khyber Pakhtunkhwa, most are in: ${names}; ${incidents} each.`,
  mostOfMany: (count: number, incidents: string) =>
    counted(
      count,
      {
        one: 'Among the districts of Khyber Pakhtunkhwa, most are in {count}: {incidents}.',
        other: 'Among the districts of Khyber Pakhtunkhwa, most are in {count} of them: {incidents} each.',
      },
      { incidents },
    ),
  sides: {
    PK: ({ amount }) => `On the Pakistani side of the Durand Line: ${amount}.`,
    AF: ({ amount }) => `On its Afghan side: ${amount}.`,
    undecided: ({ amount }) => `On a side that is not certain: ${amount}.`,
    elsewhere: ({ amount }) => `In neither country: ${amount}.`,
  } satisfies Record<PlaceSide | 'elsewhere', (values: { amount: string }) => string>,
  marks: {
    type: 'Colours and shapes of the marks tell what happened, their areas how many were killed.',
    side: 'Colours and shapes of the marks tell who took part, their areas how many were killed.',
  } satisfies Record<Grouping, string>,
  cells: {
    incidents: 'Colours of the cells tell how many incidents lie in each.',
    deaths: 'Colours of the cells tell how many were killed in each.',
  } satisfies Record<Measure, string>,
  shading: ({ by }: { by: string }) => `Colours of the districts tell: ${by}.`,
  sketch: ({ title }: { title: string }) => `Drawn over it: ${title}.`,
  line: 'The Durand Line, which Afghanistan does not recognise, is drawn over the land.',
  sources: ({ sources }: { sources: string }) => `${sources}.`,
} as const;

/** So many districts that have as much as each other are named. */
const MOST_NAMED = 3;

/** A picture of the map for those who do not see it. Its figures are of all that is shown, be it in sight or beside it. */
export function pictureAlternative(figures: PictureFigures): string {
  const { title, note, time, filters, tally, halves, colors, shading, sketch, sources } = figures;
  return [
    ended(title),
    halves ? TOLD.two({ first: halves[0], second: halves[1] }) : TOLD.one({ time, amount: amountOf(tally) }),
    ...(filters.length > 0 ? [TOLD.filters({ list: filters.join('; ') })] : []),
    ...(halves ? [] : [...mostSentence(figures), ...sideSentences(figures)]),
    'cells' in colors ? TOLD.cells[colors.cells] : TOLD.marks[colors.marks],
    ...(shading === 'none' ? [] : [TOLD.shading({ by: MAP.shades[shading] })]),
    ...(sketch === null ? [] : [TOLD.sketch({ title: sketch })]),
    TOLD.line,
    ...(note === '' ? [] : [TOLD.note({ note: ended(note) })]),
    TOLD.sources({ sources }),
  ].join(' ');
}

/** What the reader wrote, as a sentence that the next can follow. */
function ended(text: string): string {
  return /[\p{P}]$/u.test(text) ? text : `${text}.`;
}

function amountOf(tally: Tally): string {
  return MAP.districtFigures(tally);
}

function mostSentence({ districts }: PictureFigures): string[] {
  const most = Math.max(0, ...districts.map(({ tally }) => tally.incidents));
  if (most === 0) return [];
  const first = districts.filter(({ tally }) => tally.incidents === most);
  const incidents = incidentsText(most);
  if (first.length > MOST_NAMED) return [TOLD.mostOfMany(first.length, incidents)];
  const [{ name, tally }] = first;
  if (first.length === 1) return [TOLD.most({ name, amount: amountOf(tally) })];
  return [TOLD.mostEach({ names: listText(first.map((one) => one.name)), incidents })];
}

function sideSentences({ sides }: PictureFigures): string[] {
  return [...PLACE_SIDES, 'elsewhere' as const]
    .filter((side) => sides[side].incidents > 0)
    .map((side) => TOLD.sides[side]({ amount: amountOf(sides[side]) }));
}
