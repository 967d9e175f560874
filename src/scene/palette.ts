import { GROUPINGS, MOST_GROUPS, type Grouping, type GroupName } from '../../geo/model/groupings.ts';

/** The colours of the map, by the names that they have in src/app.css. */
const NAMES = {
  water: '--water',
  land: '--land',
  neighbours: '--neighbours',
  river: '--river',
  paper: '--paper',
  ink: '--ink',
  muted: '--muted',
  hairline: '--district-edge',
  edge: '--province-edge',
  line: '--border-line',
  band: '--band',
  noData: '--choropleth-none',
  hot: '--hot',
  cold: '--cold',
} as const;

export type Palette = Readonly<Record<keyof typeof NAMES, string>> & {
  readonly groups: Readonly<Record<GroupName, string>>;
  /** Class 0, which is none, to the highest class. */
  readonly classes: readonly string[];
  /** The same for cells of a grid. */
  readonly densities: readonly string[];
};

/** Reads the colours that hold now from the page's custom properties. Throws an Error that names one that is missing. */
export function readPalette(root: Element = document.documentElement): Palette {
  const style = getComputedStyle(root);
  const read = (name: string): string => {
    const value = style.getPropertyValue(name).trim();
    if (!value) throw new Error(`src/app.css lacks the colour ${name}.`);
    return value;
  };
  const named = Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, read(name)]));
  return {
    ...(named as Record<keyof typeof NAMES, string>),
    groups: Object.fromEntries(
      Object.values(GROUPINGS).flatMap((groups) => groups.map((group) => [group, read(`--group-${group}`)])),
    ) as Record<GroupName, string>,
    classes: [0, 1, 2, 3, 4].map((i) => read(`--choropleth-${i}`)),
    densities: ['--choropleth-0', ...[1, 2, 3, 4, 5].map((i) => `--density-${i}`)].map(read),
  };
}

/** A colour written `#rrggbb` as red, green and blue from 0 to 1. Throws an Error where it is written otherwise. */
export function rgbOf(color: string): [number, number, number] {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!match) throw new Error(`The colour ${color} is not written #rrggbb.`);
  return [1, 2, 3].map((i) => parseInt(match[i], 16) / 255) as [number, number, number];
}

/** The first colour with a share (0 to 1) of the second, opaque: lines with an opacity show where they cross themselves. */
export function mixed(color: string, other: string, share: number): string {
  const [a, b] = [rgbOf(color), rgbOf(other)];
  const parts = a.map((part, i) => Math.round((part + (b[i] - part) * share) * 255));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The colours of a grouping's groups as `rgbOf` gives them, one after the other, for MOST_GROUPS groups. */
export function groupColors({ groups }: Palette, grouping: Grouping): number[] {
  const colors = GROUPINGS[grouping].flatMap((group) => rgbOf(groups[group]));
  return [...colors, ...new Array<number>(3 * MOST_GROUPS - colors.length).fill(0)];
}
