import { describe, expect, it } from 'vitest';
import { createBrush, isWide, type ChartPlace, type Stroke } from '../../../../src/charts/brush.svelte.ts';

/** A surface whose corner stands at 100, 50 of the window, with the brush on it and what the brush tells. */
function surface() {
  const told: unknown[][] = [];
  const captured: number[] = [];
  const brush = createBrush({
    onpoint: (place) => told.push(['point', place && at(place)]),
    onpress: (place) => told.push(['press', at(place)]),
    ondrag: (stroke) => told.push(['drag', ...strokeOf(stroke)]),
    onrelease: (stroke) => told.push(['release', ...strokeOf(stroke), stroke.dragged]),
  });
  const currentTarget = {
    getBoundingClientRect: () => ({ left: 100, top: 50 }),
    setPointerCapture: (id: number) => captured.push(id),
  };
  const event = (x: number, y: number, more: object = {}) =>
    ({ clientX: 100 + x, clientY: 50 + y, button: 0, isPrimary: true, pointerId: 7, currentTarget, ...more }) as never;
  return {
    brush,
    told,
    captured,
    down: (x: number, y: number, more?: object) => brush.handlers.onpointerdown(event(x, y, more)),
    move: (x: number, y: number) => brush.handlers.onpointermove(event(x, y)),
    up: () => brush.handlers.onpointerup(),
  };
}

const at = ({ x, y }: ChartPlace) => `${x},${y}`;
const strokeOf = ({ from, to }: Stroke) => [at(from), at(to)];

describe('a brush', () => {
  it('draws from the press to where the pointer is let go, in pixels of its surface', () => {
    const { brush, told, captured, down, move, up } = surface();
    down(10, 20);
    expect(brush.stroke).toEqual({ from: { x: 10, y: 20 }, to: { x: 10, y: 20 }, dragged: false });
    move(40, 5);
    expect(brush.stroke).toEqual({ from: { x: 10, y: 20 }, to: { x: 40, y: 5 }, dragged: true });
    up();
    expect(brush.stroke).toBeNull();
    expect(captured).toEqual([7]);
    expect(told).toEqual([
      ['press', '10,20'],
      ['point', '40,5'],
      ['drag', '10,20', '40,5'],
      ['release', '10,20', '40,5', true],
    ]);
  });

  it('takes a press that goes less than 4 pixels across for a click, however far it goes down', () => {
    const { told, down, move, up } = surface();
    down(10, 20);
    move(13, 20);
    move(7, 90);
    up();
    expect(told.map(([what]) => what)).toEqual(['press', 'point', 'point', 'release']);
    expect(told.at(-1)).toEqual(['release', '10,20', '7,90', false]);
    expect(isWide({ from: { x: 10, y: 0 }, to: { x: 7, y: 70 } })).toBe(false);
    expect(isWide({ from: { x: 10, y: 0 }, to: { x: 6, y: 0 } })).toBe(true);
  });

  it('goes on dragging when the pointer comes back', () => {
    const { told, down, move, up } = surface();
    down(10, 20);
    move(14, 20);
    move(10, 20);
    up();
    expect(told.slice(-2)).toEqual([
      ['drag', '10,20', '10,20'],
      ['release', '10,20', '10,20', true],
    ]);
  });

  it('tells where a pointer is that is not held, and when it leaves', () => {
    const { brush, told, move, up } = surface();
    move(3, 4);
    up();
    brush.handlers.onpointerleave();
    expect(told).toEqual([
      ['point', '3,4'],
      ['point', null],
    ]);
    expect(brush.stroke).toBeNull();
  });

  it('forgets the stroke when the browser takes the pointer away', () => {
    const { brush, told, down, move, up } = surface();
    down(10, 20);
    brush.handlers.onpointercancel();
    expect(brush.stroke).toBeNull();
    move(40, 20);
    up();
    expect(told.map(([what]) => what)).toEqual(['press', 'point']);
  });

  it.each([
    ['another button', { button: 2 }],
    ['a second finger', { isPrimary: false }],
  ])('is not moved by %s', (_, more) => {
    const { brush, told, captured, down } = surface();
    down(10, 20, more);
    expect([brush.stroke, told, captured]).toEqual([null, [], []]);
  });
});
