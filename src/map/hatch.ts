import { rgbOf, type Palette } from './palette.ts';

const SIZE = 16;

/** A square of thin diagonals that tiles without seams: no data. */
export function drawHatch({ noData, edge }: Palette): { width: number; height: number; data: Uint8ClampedArray } {
  const [ground, stroke] = [noData, edge].map((color) => rgbOf(color).map((part) => part * 255));
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) data.set([...((x + y) % 8 < 2 ? stroke : ground), 255], (y * SIZE + x) * 4);
  return { width: SIZE, height: SIZE, data };
}
