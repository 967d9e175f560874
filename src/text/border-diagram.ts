import { BORDER_SIDE_WORDS } from './border-sides.ts';
import type { Measure } from '../../geo/store/count.ts';
import type { DiagramSides } from '../choices.ts';
import { amountText, countsText, countText, distanceText } from './numbers.ts';

/** The words of the border through time. */
export const DIAGRAM = {
  title: 'The border through time',
  region: 'The border through time: kilometres along the Durand Line by time',
  within: 'Within',
  sides: 'Count',
  stretch: 'Stretch',
  wholeLine: 'The whole line',
  ownStretch: 'As brushed',
  fromKm: 'From km',
  toKm: 'To km',
  clear: 'Show the whole line',
  china: 'China',
  iran: 'Iran',
  /** Where nothing is pointed at. */
  foot: ({ rowKm }: { rowKm: number }) =>
    `one row is ${distanceText(rowKm, 'km', 0)}. Drag over the diagram to show one stretch of the border and of time.`,
} as const;

export const SIDES_LABELS: Readonly<Record<DiagramSides, string>> = {
  both: 'both sides together',
  apart: 'each side for itself',
  ...BORDER_SIDE_WORDS.theSide,
};

const orMoreText = ({ least }: { least: string }) => `${least}+`;

/** What a class of cells stands for: `1`, `2–4`, `5+`. */
export function classText(limits: readonly number[], level: number): string {
  const next = limits[level + 1];
  if (next === undefined) return orMoreText({ least: countText(limits[level]) });
  return next - 1 === limits[level] ? countText(limits[level]) : countsText(limits[level], next - 1);
}

interface DiagramCell {
  fromKm: number;
  toKm: number;
  /** of the stretches on both sides */
  names: readonly string[];
  time: string;
  figure: number;
  measure: Measure;
}

/** A cell in words: `km 700–750, Mohmand / Nangarhar; Oct 2025: 3 incidents`. */
export function cellText({ fromKm, toKm, names, time, figure, measure }: DiagramCell): string {
  const [stretch, both] = [countsText(fromKm, toKm), names.join(' / ')];
  return `km ${stretch}, ${both}; ${time}: ${amountText(figure, measure)}`;
}

/** The diagram in words, for those who cannot see it. */
export function diagramText(figure: number, measure: Measure, withinKm: number, sides: DiagramSides): string {
  const [amount, within, whose] = [amountText(figure, measure), distanceText(withinKm, 'km', 0), SIDES_LABELS[sides]];
  return `${amount} within ${within} of the Durand Line, ${whose}, by kilometre along it and time`;
}
