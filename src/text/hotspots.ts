import type { Heat, HotCell, Hotspots } from '../../geo/views/hotspots.ts';
import type { HotArea, HotFigure } from '../../geo/views/options.ts';
import type { Units } from '../choices.ts';
import { listText, numberText } from './locale.ts';
import { counted, countText, distanceText, incidentsText, NOT_KNOWN, placeText } from './numbers.ts';

/** The words of hot and cold spots. */
export const HOTSPOTS = {
  among: 'Among',
  by: 'By',
  list: 'The areas, the hottest first',
  columns: { area: 'Area', heat: 'Found', z: 'z (Gi*)', chance: 'Chance' },
  legend: 'Hot and cold',
  waiting: 'Counting …',
  method: {
    says: 'Getis-Ord Gi* with weights of 1 for an area and its neighbours (districts that share an edge, the six hexagons beside one), its chance by the normal distribution on both sides, and the rate of false discoveries held at 5 % (Benjamini–Hochberg, which holds for tests that depend positively on one another, as those of neighbours do). Hexagons are of one area; those are asked about in which any incident of the data lies.',
    reference:
      'Getis and Ord 1992, Geographical Analysis 24; Ord and Getis 1995, Geographical Analysis 27; Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57; Benjamini and Yekutieli 2001, Annals of Statistics 29',
  },
  empty: 'No incident in the window and under the filters is known well enough to lie in one of these areas.',
  even: 'Nothing can be said: all areas have the same figure.',
  fly: ({ area }: { area: string }) => `Show ${area} on the map`,
  failed: ({ reason }: { reason: string }) => `Hot and cold spots cannot be found: ${reason}`,
} as const;

export const HOT_AREA_WORDS: Readonly<Record<HotArea, string>> = {
  district: 'districts',
  hexagon: 'hexagons',
};

export const HOT_FIGURE_WORDS: Readonly<Record<HotFigure, string>> = {
  incidents: 'incidents',
  deaths: 'killed',
  'incidents-per-100k': 'incidents per 100,000 people',
  'deaths-per-100k': 'killed per 100,000 people',
};

export const HEAT_WORDS: Readonly<Record<Heat, string>> = {
  hot: 'hot',
  cold: 'cold',
  neither: 'neither',
};

const MEANING = {
  districts:
    'Hot: the district and those beside it hold more together than chance would give if the same figures were dealt out among the districts at random; cold: less. Of those so called, at most 5 % are expected to be so by chance.',
  hexagons: ({ across }: { across: string }) =>
    `Hot: the hexagon, ${across} across, and those beside it hold more together than chance would give if the same figures were dealt out at random among all in which any incident is known; cold: less. Of those so called, at most 5 % are expected to be so by chance.`,
} as const;

/** What hot and cold mean here, in one sentence. */
export function meaningText({ acrossKm }: Pick<Hotspots, 'acrossKm'>, units: Units): string {
  return acrossKm === null ? MEANING.districts : MEANING.hexagons({ across: distanceText(acrossKm, units, 0) });
}

const FOUND = {
  sentence: ({ hot, cold, of }: Record<'hot' | 'cold' | 'of', string>) => `${hot} and ${cold} ${of}.`,
  hot: (count: number) => counted(count, { one: '{count} hot', other: '{count} hot' }),
  cold: (count: number) => counted(count, { one: '{count} cold', other: '{count} cold' }),
  district: (count: number) =>
    counted(count, { one: 'of {count} district', other: 'of {count} districts of Khyber Pakhtunkhwa' }),
  hexagon: (count: number) => counted(count, { one: 'of {count} hexagon', other: 'of {count} hexagons' }),
} as const;

/** How many are hot and how many cold: `3 hot and 0 cold of 35 districts.` */
export function foundText({ cells, areas }: Pick<Hotspots, 'cells' | 'areas'>): string {
  const count = (heat: Heat) => cells.filter((cell) => cell.heat === heat).length;
  return FOUND.sentence({
    hot: FOUND.hot(count('hot')),
    cold: FOUND.cold(count('cold')),
    of: FOUND[areas](cells.length),
  });
}

const COUNTED = {
  all: ({ incidents }: { incidents: string }) => `${incidents} count.`,
  some: ({ incidents, list }: Record<'incidents' | 'list', string>) => `${incidents} count; left out: ${list}.`,
  tooCoarse: (count: number) =>
    counted(count, { one: '{count} not known well enough', other: '{count} not known well enough' }),
  outside: (count: number) => counted(count, { one: '{count} in none of them', other: '{count} in none of them' }),
} as const;

/** How many incidents count, and how many of the window do not. */
export function countedText({
  counted,
  tooCoarse,
  outside,
}: Pick<Hotspots, 'counted' | 'tooCoarse' | 'outside'>): string {
  const left = [
    ...(tooCoarse > 0 ? [COUNTED.tooCoarse(tooCoarse)] : []),
    ...(outside > 0 ? [COUNTED.outside(outside)] : []),
  ];
  const incidents = incidentsText(counted);
  return left.length > 0 ? COUNTED.some({ incidents, list: listText(left) }) : COUNTED.all({ incidents });
}

const CHANCE = {
  less: ({ chance }: { chance: string }) => `below ${chance}`,
} as const;
/** The least chance that is written out. */
const LEAST_CHANCE = 0.0001;

/** What the list says of an area. */
export function cellTexts({ name, middle, figure, z, p }: HotCell, kind: HotFigure) {
  const isRate = kind === 'incidents-per-100k' || kind === 'deaths-per-100k';
  return {
    area: name ?? placeText(...middle, 1),
    figure: figure === null ? NOT_KNOWN : isRate ? numberText(figure, { decimals: 1 }) : countText(figure),
    z: z === null ? NOT_KNOWN : numberText(z, { decimals: 1 }),
    chance: p === null ? NOT_KNOWN : chanceText(p),
  };
}

function chanceText(p: number): string {
  if (p < LEAST_CHANCE) return CHANCE.less({ chance: numberText(LEAST_CHANCE, { decimals: 4 }) });
  return numberText(p, { decimals: 4 });
}
