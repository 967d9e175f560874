import type { Map as MapLibreMap } from 'maplibre-gl';
import { contextOf } from '../scene/canvas.ts';
import type { MapPicture } from '../scene/scene.ts';

/** Pixels over which the scale is measured. */
const ACROSS = 100;

/** What the map has on its canvas now. */
export function copyOf(map: MapLibreMap): MapPicture {
  const drawn = map.getCanvas();
  const { canvas, context } = createCanvas(drawn.width, drawn.height);
  context.drawImage(drawn, 0, 0);
  return {
    ...{ canvas, ratio: map.getPixelRatio(), zoom: map.getZoom(), metresPerPixel: metresPerPixel(map) },
    ...{ bearing: map.getBearing(), pitch: map.getPitch() },
  };
}

/** Between two maps that are copied beside each other, CSS pixels. */
export const GAP = 2;

/** Two maps that look at the same, in one picture: beside each other, or one below the other. */
export function joined(first: MapPicture, second: MapPicture, isBelow: boolean): MapPicture {
  const gap = Math.round(GAP * first.ratio);
  const [one, other] = [first.canvas, second.canvas];
  const [x, y] = isBelow ? [0, one.height + gap] : [one.width + gap, 0];
  const { canvas, context } = createCanvas(
    isBelow ? one.width : x + other.width,
    isBelow ? y + other.height : one.height,
  );
  context.drawImage(one, 0, 0);
  context.drawImage(other, x, y);
  return { ...first, canvas };
}

function createCanvas(width: number, height: number) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  return { canvas, context: contextOf(canvas) };
}

function metresPerPixel(map: MapLibreMap): number {
  const { clientWidth, clientHeight } = map.getContainer();
  const [x, y] = [clientWidth / 2, clientHeight / 2];
  return map.unproject([x - ACROSS / 2, y]).distanceTo(map.unproject([x + ACROSS / 2, y])) / ACROSS;
}

/** A place of a size, out of sight, for a map that is drawn to be copied. Whoever asks for it takes it away again. */
export function hiddenRoom({ width, height }: { width: number; height: number }): HTMLElement {
  const room = document.createElement('div');
  room.ariaHidden = 'true';
  room.inert = true;
  Object.assign(room.style, {
    position: 'fixed',
    insetBlockStart: '0',
    insetInlineStart: '200vw',
    width: `${width}px`,
    height: `${height}px`,
  });
  document.body.append(room);
  return room;
}
