import type { Units } from '../../choices.ts';
import { contextOf } from '../../scene/canvas.ts';
import type { Palette } from '../../scene/palette.ts';
import type { MapPicture } from '../../scene/scene.ts';
import { distanceText, inUnits, kmOf } from '../../text/numbers.ts';

/** A round distance, and how long it is on the map in CSS pixels. */
export interface ScaleBar {
  pixels: number;
  label: string;
}

const ROUND = [1, 2, 3, 5, 10];
/** Shorter distances have no round words. */
const LEAST = 0.1;
const MOST_PIXELS = 120;

/** The longest round distance that is no longer than MOST_PIXELS, or the least. */
export function scaleBarOf(metresPerPixel: number, units: Units): ScaleBar {
  const most = inUnits((metresPerPixel * MOST_PIXELS) / 1000, units);
  const power = 10 ** Math.floor(Math.log10(most));
  const step = ROUND.findLast((round) => round * power <= most) ?? 1;
  const value = Math.max(step * power, LEAST);
  const km = kmOf(value, units);
  return { pixels: (km * 1000) / metresPerPixel, label: distanceText(km, units, value < 1 ? 1 : 0) };
}

const MARGIN = 12;
const TICK = 6;

/** Draws the scale into the lower left of a picture of the map. */
export function drawScaleBar({ canvas, ratio, metresPerPixel }: MapPicture, units: Units, palette: Palette): void {
  const context = contextOf(canvas);
  const { pixels, label } = scaleBarOf(metresPerPixel, units);
  const y = canvas.height / ratio - MARGIN;
  context.save();
  context.scale(ratio, ratio);
  context.font = '420 11px "Inter Variable", system-ui, sans-serif';
  context.lineJoin = 'round';
  const bar = new Path2D(`M${MARGIN} ${y - TICK}v${TICK}h${pixels}v${-TICK}`);
  for (const [color, width] of [
    [palette.land, 4],
    [palette.ink, 1.5],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke(bar);
  }
  context.lineWidth = 3;
  context.strokeStyle = palette.land;
  context.fillStyle = palette.ink;
  context.strokeText(label, MARGIN + 4, y - TICK);
  context.fillText(label, MARGIN + 4, y - TICK);
  context.restore();
}
