/** Room above the highest point of a curve, so that its line is whole, pixels. */
const ABOVE = 3;

/** Where a figure is drawn in a chart of `height` pixels that reaches up to `most`. */
export function curveY(figure: number, most: number, height: number): number {
  return height - 1 - (most > 0 ? figure / most : 0) * (height - 1 - ABOVE);
}

/** The line through figures in the middles of equal parts of a width; where a figure is NaN there is none. */
export function curvePath(figures: Float64Array, width: number, height: number, most: number): string {
  const part = width / figures.length;
  let path = '';
  let isDrawing = false;
  for (let i = 0; i < figures.length; i++) {
    const isKnown = !Number.isNaN(figures[i]);
    if (isKnown) {
      const [x, y] = [(i + 0.5) * part, curveY(figures[i], most, height)];
      path += `${isDrawing ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
      // one by itself is a dot
      if (!isDrawing && (i + 1 === figures.length || Number.isNaN(figures[i + 1]))) path += 'h0.1';
    }
    isDrawing = isKnown;
  }
  return path;
}

/** The greatest of some figures that are known; 0 where none is. */
export function greatest(lines: readonly Float64Array[]): number {
  let most = 0;
  for (const line of lines) for (const figure of line) if (figure > most) most = figure;
  return most;
}
