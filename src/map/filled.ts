/** Pixels to the side of the tiles of which boxes are made. */
const TILE = 32;

/**
 * Boxes that hold every pixel that is not 0, and none of them twice: left, lower, right and upper edge of each, pixels.
 * The rows of the picture come from below up.
 */
export function filledBoxes(pixels: Uint32Array, width: number, height: number): Float32Array {
  const boxes: number[] = [];
  const columns = Math.ceil(width / TILE);
  for (let low = 0; low < height; low += TILE) {
    const high = Math.min(low + TILE, height);
    let begun = -1;
    for (let column = 0; column <= columns; column++) {
      const isFilled = column < columns && isTileFilled(pixels, width, column * TILE, low, high);
      if (isFilled && begun < 0) begun = column;
      if (isFilled || begun < 0) continue;
      boxes.push(begun * TILE, low, Math.min(column * TILE, width), high);
      begun = -1;
    }
  }
  return Float32Array.from(boxes);
}

function isTileFilled(pixels: Uint32Array, width: number, left: number, low: number, high: number): boolean {
  const right = Math.min(left + TILE, width);
  for (let y = low; y < high; y++) {
    for (let i = y * width + left; i < y * width + right; i++) if (pixels[i] !== 0) return true;
  }
  return false;
}
