import { rgbOf, type Palette } from '../scene/palette.ts';

const SIZE = 16;

/** Pixels of the screen for each of an image's; how much finer the images are drawn. */
export const IMAGE_RATIO = 2;

interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** A square of thin diagonals that tiles without seams: no data. */
export function drawHatch({ noData, edge }: Palette): Pixels {
  const [ground, stroke] = [noData, edge].map((color) => [...rgbOf(color).map((part) => part * 255), 255]);
  return diagonals((x, y) => ((x + y) % 8 < 2 ? stroke : ground));
}

/** Wide-spaced thin diagonals the other way, over whatever the ground is: an area whose status is disputed. */
export function drawDisputed({ edge }: Palette): Pixels {
  const stroke = [...rgbOf(edge).map((part) => part * 255), 150];
  return diagonals((x, y) => ((x - y + SIZE) % SIZE < 2 ? stroke : [0, 0, 0, 0]));
}

function diagonals(colorAt: (x: number, y: number) => readonly number[]): Pixels {
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) data.set(colorAt(x, y), (y * SIZE + x) * 4);
  return { width: SIZE, height: SIZE, data };
}

const GATE_SIZE = 22;

/** A gate, its way free or barred: a crossing of the line. */
export function drawGate({ land, ink }: Palette, isShut: boolean): Pixels {
  const [ground, stroke] = [land, ink].map((color) => [...rgbOf(color).map((part) => part * 255), 255]);
  const data = new Uint8ClampedArray(GATE_SIZE * GATE_SIZE * 4);
  for (let y = 0; y < GATE_SIZE; y++)
    for (let x = 0; x < GATE_SIZE; x++) {
      const isPost = (x >= 3 && x < 6) || (x >= 16 && x < 19);
      const isLintel = y >= 3 && y < 6 && x >= 3 && x < 19;
      const isBar = isShut && y >= 10 && y < 15 && x >= 3 && x < 19;
      data.set(y < 19 && y >= 3 && (isPost || isLintel || isBar) ? stroke : ground, (y * GATE_SIZE + x) * 4);
    }
  return { width: GATE_SIZE, height: GATE_SIZE, data };
}

/** A small open dot: a town, never to be taken for an incident. */
export function drawTown({ land, muted }: Palette): Pixels {
  const [fill, stroke] = [land, muted].map((color) => rgbOf(color).map((part) => part * 255));
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) {
      const distance = Math.hypot(x + 0.5 - SIZE / 2, y + 0.5 - SIZE / 2);
      const inside = Math.min(1, Math.max(0, 5 - distance));
      const isStroke = Math.min(1, Math.max(0, distance - 2.5));
      const color = fill.map((part, i) => part + (stroke[i] - part) * isStroke);
      data.set([...color, inside * 255], (y * SIZE + x) * 4);
    }
  return { width: SIZE, height: SIZE, data };
}
