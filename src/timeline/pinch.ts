import { axisThrough, type HeldTime } from '../../geo/time/axis.ts';
import type { Window } from '../../geo/time/window.ts';
import type { TimeScale } from '../charts/scale.ts';

/** Pixels of a wheel that double the axis, and of one of its lines and pages. */
const DOUBLE = 300;
const PIXELS = [1, 16, 300];

interface PinchSurface {
  scale: () => TimeScale;
  extent: () => Window;
  /** Two fingers are on it: what one of them had begun is none. */
  onstart: () => void;
  onaxis: (axis: Window) => void;
}

type TouchOn = PointerEvent & { currentTarget: HTMLElement };

/** How far a wheel has turned, in pixels down and to the right. */
export function wheelPixels({ deltaX, deltaY, deltaMode, shiftKey }: WheelEvent): { x: number; y: number } {
  const [x, y] = [deltaX * PIXELS[deltaMode], deltaY * PIXELS[deltaMode]];
  // a mouse without a second wheel turns sideways with Shift; some browsers exchange the two, some do not
  return shiftKey && x === 0 ? { x: y, y: 0 } : { x, y };
}

/** By how much a wheel makes the axis longer. */
export function wheelFactor(turned: number, isPinch: boolean): number {
  // two fingers on a touchpad come as a wheel with Ctrl, and turn it little
  const pixels = isPinch ? turned * 8 : turned;
  return 2 ** (Math.min(Math.max(pixels, -DOUBLE), DOUBLE) / DOUBLE);
}

/** What lets two fingers hold two times and pull them apart: handlers of a surface as wide as the axis. */
export function createPinch({ scale, extent, onstart, onaxis }: PinchSurface) {
  const fingers = new Map<number, HeldTime>();

  const xOf = ({ clientX, currentTarget }: TouchOn) => clientX - currentTarget.getBoundingClientRect().left;
  const held = () => [...fingers.values()].sort((a, b) => a.time - b.time || a.x - b.x);

  /** One finger that stays holds nothing. */
  function letGo() {
    fingers.clear();
  }

  return {
    onpointerdown(event: TouchOn) {
      if (event.pointerType !== 'touch' || fingers.size === 2) return;
      const x = xOf(event);
      fingers.set(event.pointerId, { x, time: scale().time(x) });
      if (fingers.size < 2) return;
      // the first one may have moved since
      for (const finger of fingers.values()) finger.time = scale().time(finger.x);
      onstart();
    },
    onpointermove(event: TouchOn) {
      const finger = fingers.get(event.pointerId);
      if (!finger) return;
      finger.x = xOf(event);
      const [a, b] = held();
      const axis = fingers.size === 2 ? axisThrough([a, b], scale().width, extent()) : null;
      if (axis) onaxis(axis);
    },
    onpointerup: letGo,
    onpointercancel: letGo,
  };
}
