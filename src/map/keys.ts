import type { Map as MapLibreMap } from 'maplibre-gl';
import { runKey, type Command } from '../commands.ts';
import type { MAP_COMMAND_WORDS } from '../text/commands.ts';

/** The map, and the key that asks for something. */
interface Asked {
  map: MapLibreMap;
  originalEvent: KeyboardEvent;
}

/** Held with arrows, which alone step through time. On a Mac the system keeps Control with arrows for itself. */
const HELD = /Mac/.test(globalThis.navigator?.platform ?? '') ? 'Alt' : 'Control';
// as far and as fast as MapLibre's own keys
const PAN_PX = 100;
const TURN_DEGREES = 15;
const TILT_DEGREES = 10;
const DURATION_MS = 300;

/** What keys do while the map has the focus. MapLibre's own take the arrows. */
export const MAP_COMMANDS: Readonly<Record<keyof typeof MAP_COMMAND_WORDS, Command<Asked>>> = {
  nearer: zoom('+', 1),
  farther: zoom('-', -1),
  west: pan('ArrowLeft', -PAN_PX, 0),
  east: pan('ArrowRight', PAN_PX, 0),
  north: pan('ArrowUp', 0, -PAN_PX),
  south: pan('ArrowDown', 0, PAN_PX),
  turnLeft: turn('ArrowLeft', -TURN_DEGREES, 0),
  turnRight: turn('ArrowRight', TURN_DEGREES, 0),
  tiltUp: turn('ArrowUp', 0, TILT_DEGREES),
  tiltDown: turn('ArrowDown', 0, -TILT_DEGREES),
};

/** Listens to keys while the map, made with `keyboard: false`, has the focus. */
export function listenToKeys(map: MapLibreMap): void {
  map.getCanvasContainer().addEventListener('keydown', (event) => {
    runKey(MAP_COMMANDS, { map, originalEvent: event }, event);
  });
}

function zoom(key: string, by: number): Command<Asked> {
  return {
    keys: [key],
    run: ({ map, originalEvent }) => map.easeTo({ zoom: map.getZoom() + by, duration: DURATION_MS }, { originalEvent }),
    repeats: true,
  };
}

function pan(arrow: string, x: number, y: number): Command<Asked> {
  return {
    keys: [`${HELD}+${arrow}`],
    run: ({ map, originalEvent }) => map.panBy([x, y], { duration: DURATION_MS }, { originalEvent }),
    repeats: true,
  };
}

function turn(arrow: string, bearing: number, pitch: number): Command<Asked> {
  return {
    keys: [`${HELD}+Shift+${arrow}`],
    run: ({ map, originalEvent }) =>
      map.easeTo(
        { bearing: map.getBearing() + bearing, pitch: map.getPitch() + pitch, duration: DURATION_MS },
        { originalEvent },
      ),
    repeats: true,
  };
}
