import type { BorderSide } from '../../geo/region.ts';
import type { Measure } from '../../geo/store/count.ts';
import type { DiagramSides } from '../choices.ts';
import { amountText, countText } from './numbers.ts';

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
  hint: 'Drag over the diagram to show one stretch of the border and of time.',
  china: 'China',
  iran: 'Iran',
  row: (km: number) => `one row is ${km} km`,
} as const;

export const SIDES_LABELS: Readonly<Record<DiagramSides, string>> = {
  both: 'both sides together',
  apart: 'each side for itself',
  PK: 'the Pakistani side',
  AF: 'the Afghan side',
};

export const STRIP_LABELS: Readonly<Record<BorderSide, string>> = {
  PK: 'Pakistani side',
  AF: 'Afghan side',
};

/** What a class of cells stands for: `1`, `2–4`, `5+`. */
export function classText(limits: readonly number[], level: number): string {
  const next = limits[level + 1];
  if (next === undefined) return `${countText(limits[level])}+`;
  return next - 1 === limits[level] ? countText(limits[level]) : `${countText(limits[level])}–${countText(next - 1)}`;
}

/** A cell in words: `km 700–750, Mohmand, Nangarhar; Oct 2025: 3 incidents`. */
export function cellText(
  fromKm: number,
  toKm: number,
  names: string[],
  period: string,
  figure: number,
  measure: Measure,
): string {
  return `km ${countText(fromKm)}–${countText(Math.round(toKm))}, ${names.join(' / ')}; ${period}: ${amountText(figure, measure)}`;
}

/** The diagram in words, for those who cannot see it. */
export function diagramText(figure: number, measure: Measure, withinKm: number, sides: DiagramSides): string {
  return `${amountText(figure, measure)} within ${withinKm} km of the Durand Line, ${SIDES_LABELS[sides]}, by kilometre along it and time`;
}
