import type { LocationPrecision } from '../../../geo/model/incident.ts';
import type { MARK_SHAPES } from '../../scene/marks.ts';
import type { Palette } from '../../scene/palette.ts';

/** One stroke of a symbol: an SVG path in CSS pixels, filled or drawn along. */
export interface SymbolStroke {
  d: string;
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: readonly number[];
  opacity?: number;
}

/** What a key shows beside its label, so that print and picture draw the same. */
export interface KeySymbol {
  width: number;
  height: number;
  strokes: readonly SymbolStroke[];
}

const SIZE = 14;

/** A disc of a radius, as the map draws the killed; open where their number is not known. */
export function discSymbol(color: string, radius = 5.5, isOpen = false): KeySymbol {
  const width = Math.max(SIZE, Math.ceil(2 * radius) + 2);
  const d = circle(width / 2, isOpen ? radius - 1 : radius);
  return { width, height: width, strokes: [isOpen ? { d, stroke: color, width: 2 } : { d, fill: color }] };
}

/** A mark as the map draws it for how well its place is known: a disc, a ring, or dashes. */
export function precisionSymbol(color: string, precision: LocationPrecision): KeySymbol {
  if (precision === 'exact' || precision === 'town') return discSymbol(color);
  const dash = precision === 'district' ? [] : [3, 2.2];
  return { width: SIZE, height: SIZE, strokes: [{ d: circle(7, 5), stroke: color, width: 2.5, dash }] };
}

const OUTLINES: Readonly<Record<(typeof MARK_SHAPES)[number], string>> = {
  circle: circle(7, 5.5),
  square: 'M2 2h10v10h-10z',
  diamond: 'M7 0.5L13.5 7L7 13.5L0.5 7z',
  triangle: 'M7 1L13.5 12.5H0.5z',
};

/** The outline that the marks of a dataset have. */
export function shapeSymbol(color: string, shape: (typeof MARK_SHAPES)[number]): KeySymbol {
  return { width: SIZE, height: SIZE, strokes: [{ d: OUTLINES[shape], fill: color }] };
}

/** A class of districts or cells; `opacity` as the map draws it. */
export function classSymbol(fill: string, { edge }: Palette, opacity = 1): KeySymbol {
  const box = 'M0.5 0.5h13v13h-13z';
  return {
    width: SIZE,
    height: SIZE,
    strokes: [
      { d: box, fill, opacity },
      { d: box, stroke: edge, width: 1 },
    ],
  };
}

/** The class of those of which nothing is known. */
export function noDataSymbol(palette: Palette): KeySymbol {
  const { noData, edge } = palette;
  const box = classSymbol(noData, palette);
  const hatching = { d: 'M1 5L5 1M1 9L9 1M1 13L13 1M5 13L13 5M9 13L13 9', stroke: edge, width: 1 };
  return { ...box, strokes: [...box.strokes, hatching] };
}

/** The Durand Line: long dash, dot. */
export function lineSymbol({ line }: Palette): KeySymbol {
  return {
    width: 44,
    height: 8,
    strokes: [{ d: 'M3 4H41', stroke: line, width: 3, dash: [14, 6, 0.01, 6] }],
  };
}

/** The edge of a distance band. */
export function bandSymbol({ band }: Palette): KeySymbol {
  return { width: 24, height: 8, strokes: [{ d: 'M0 4H24', stroke: band, width: 1, opacity: 0.55 }] };
}

function circle(middle: number, radius: number): string {
  return `M${middle - radius} ${middle}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
}
