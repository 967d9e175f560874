import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapPicture } from '../scene/scene.ts';

/** Pixels over which the scale is measured. */
const ACROSS = 100;

/** What the map has on its canvas now. */
export function copyOf(map: MapLibreMap): MapPicture {
  const drawn = map.getCanvas();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [drawn.width, drawn.height];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas to draw on.');
  context.drawImage(drawn, 0, 0);
  return { canvas, ratio: map.getPixelRatio(), zoom: map.getZoom(), metresPerPixel: metresPerPixel(map) };
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
