import { GROUPINGS, MOST_GROUPS, type Grouping, type GroupName } from '../../geo/model/groupings.ts';

/** The shapes of marks, all of one area. */
export const SHAPES = ['circle', 'diamond', 'triangle', 'square', 'cross', 'wedge'] as const;
export type MarkShape = (typeof SHAPES)[number];

/** Each group of a grouping has a shape of its own, so that nobody needs its colour to tell it from another. */
export const GROUP_SHAPES: Readonly<Record<GroupName, MarkShape>> = {
  attack: 'circle',
  explosion: 'diamond',
  force: 'triangle',
  politics: 'square',
  other: 'cross',
  ttp: 'circle',
  emirate: 'square',
  iskp: 'diamond',
  armed_group: 'triangle',
  several: 'cross',
  none: 'wedge',
};

/** The index in SHAPES of each group's shape, for MOST_GROUPS groups. */
export function shapeCodes(grouping: Grouping): number[] {
  const codes = GROUPINGS[grouping].map((group) => SHAPES.indexOf(GROUP_SHAPES[group]));
  return [...codes, ...new Array<number>(MOST_GROUPS - codes.length).fill(0)];
}

/** The shapes as SVG paths in a box of 14 by 14. */
export const OUTLINES: Readonly<Record<MarkShape, string>> = {
  circle: 'M1.5 7a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z',
  diamond: 'M7 .5L13.5 7L7 13.5L.5 7z',
  triangle: 'M7 .5L13.6 12H.4z',
  square: 'M2 2h10v10h-10z',
  cross: 'M4.8 1h4.4v3.8H13v4.4H9.2V13H4.8V9.2H1V4.8h3.8z',
  wedge: 'M7 13.5L.4 2h13.2z',
};
