import type { Measure } from '../../geo/store/count.ts';
import type { DiagramSides, Units } from '../choices.ts';
import { amountText, countsText, countText, distanceText, inUnits, UNIT_NAMES } from './numbers.ts';

/** The words of the border through time. */
export const DIAGRAM = {
  within: 'Within',
  sides: 'Count',
  stretch: 'Stretch',
  wholeLine: 'The whole line',
  ownStretch: 'As brushed',
  from: { km: 'From km', mi: 'From mi' } satisfies Record<Units, string>,
  to: { km: 'To km', mi: 'To mi' } satisfies Record<Units, string>,
  clear: 'Show the whole line',
  china: 'China',
  iran: 'Iran',
  /** Where nothing is pointed at. */
  foot: ({ rowKm, units }: { rowKm: number; units: Units }) =>
    `one row is ${distanceText(rowKm, units, 0)}. Drag over the diagram to show one stretch of the border and of time.`,
  /** How the figures are made. */
  method: {
    says: 'Incidents that lie within so many kilometres of the line, or their killed, each once: at the nearest place on the line and on its first day. Those known too coarsely for a distance are left out. The command gives the same by 50 km of the line, side and year, over all days that the slider reaches.',
    reference:
      'Distances on the WGS 84 ellipsoid: Karney 2013, Algorithms for geodesics, Journal of Geodesy 87; kilometres along the line from its north-east.',
  },
  /** Of what may lie on the side that is counted alone. */
  undecided: (amount: number, measure: Measure) =>
    `Left out, as the line lies within what the places are known to: ${amountText(amount, measure)}.`,
} as const;

export const SIDES_LABELS: Readonly<Record<DiagramSides, string>> = {
  both: 'both sides together',
  apart: 'each side for itself',
  PK: 'the Pakistani side',
  AF: 'the Afghan side',
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
  units: Units;
}

/** A cell in words, in the units chosen: `km 700–750, Mohmand / Nangarhar; Oct 2025: 3 incidents`. */
export function cellText({ fromKm, toKm, names, time, figure, measure, units }: DiagramCell): string {
  const [stretch, both] = [countsText(inUnits(fromKm, units), inUnits(toKm, units)), names.join(' / ')];
  return `${UNIT_NAMES[units]} ${stretch}, ${both}; ${time}: ${amountText(figure, measure)}`;
}

/** The diagram in words, for those who cannot see it. */
export function diagramText(
  figure: number,
  measure: Measure,
  withinKm: number,
  sides: DiagramSides,
  units: Units,
): string {
  const [amount, within, whose] = [amountText(figure, measure), distanceText(withinKm, units, 0), SIDES_LABELS[sides]];
  return `${amount} within ${within} of the Durand Line, ${whose}, by distance along it and time`;
}
