import type { Units } from '../../choices.ts';
import { contextOf } from '../../scene/canvas.ts';
import type { Palette } from '../../scene/palette.ts';
import type { MapPicture } from '../../scene/scene.ts';
import { SHEET } from '../../text/sheet.ts';
import { drawScaleBar } from './scale-bar.ts';

/** CSS pixels: from the edges, of the ground around the arrow, from the middle to its tip and to the letter. */
const [MARGIN, RADIUS, TIP, LETTER] = [12, 24, 11, 17.5];
/** Degrees within which the map is not turned, or tilted. */
const LEAST = 0.05;

/** Draws what a picture of the map needs upon it: the scale, and where north is, unless that is up. */
export function drawOnMap(map: MapPicture, units: Units, palette: Palette): void {
  drawScaleBar(map, units, palette);
  if (Math.abs(map.bearing) >= LEAST || map.pitch >= LEAST) drawNorth(map, palette);
}

/** An arrow in the upper right, which lies flat as the map does. */
function drawNorth({ canvas, ratio, bearing, pitch }: MapPicture, palette: Palette): void {
  const context = contextOf(canvas);
  const turn = (-bearing * Math.PI) / 180;
  const lowered = Math.cos((pitch * Math.PI) / 180);
  context.save();
  context.scale(ratio, ratio);
  context.translate(canvas.width / ratio - MARGIN - RADIUS, MARGIN + RADIUS);
  context.fillStyle = palette.paper;
  context.globalAlpha = 0.85;
  context.fill(
    new Path2D(`M${RADIUS} 0A${RADIUS} ${RADIUS} 0 1 1 ${-RADIUS} 0A${RADIUS} ${RADIUS} 0 1 1 ${RADIUS} 0Z`),
  );
  context.globalAlpha = 1;
  context.fillStyle = palette.ink;
  context.save();
  context.scale(1, lowered);
  context.rotate(turn);
  context.fill(new Path2D(`M0 ${-TIP}L6.5 ${TIP - 2}L0 ${TIP - 6}L-6.5 ${TIP - 2}Z`));
  context.restore();
  context.font = '620 11px "Inter Variable", system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(SHEET.north, Math.sin(turn) * LETTER, -Math.cos(turn) * LETTER * lowered);
  context.restore();
}
