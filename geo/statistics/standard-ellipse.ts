/** Where points of a plane lie on the whole, and how they spread. In the plane's units, angles in radians. */
export interface StandardEllipse {
  /** the mean centre */
  x: number;
  y: number;
  /** the semi-axes: the standard deviations along the direction in which the points spread most, and across it */
  major: number;
  minor: number;
  /** the direction of the major axis from the x axis towards the y axis, 0 to below π; 0 where none spreads more */
  angle: number;
}

/**
 * The mean centre of points and their standard deviational ellipse (Lefever 1926; as corrected by Furfey 1927 and set out
 * by Yuill 1971): its axes are the principal axes of the covariance matrix, its semi-axes one standard deviation along
 * each, with n as the divisor. Neither the √2 nor the n - 2 of CrimeStat and ArcGIS is in it: theirs is larger by
 * √(2n / (n - 2)). Of points that scatter normally about 39 % lie within. `null` of no points.
 */
export function standardEllipse(x: Float64Array, y: Float64Array): StandardEllipse | null {
  const size = x.length;
  if (size === 0) return null;
  let [sumX, sumY] = [0, 0];
  for (let i = 0; i < size; i++) {
    sumX += x[i];
    sumY += y[i];
  }
  const [middleX, middleY] = [sumX / size, sumY / size];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < size; i++) {
    const [dx, dy] = [x[i] - middleX, y[i] - middleY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const half = (xx + yy) / (2 * size);
  const turn = Math.hypot((xx - yy) / 2, xy) / size;
  const direction = turn === 0 ? 0 : Math.atan2(2 * xy, xx - yy) / 2;
  return {
    x: middleX,
    y: middleY,
    major: Math.sqrt(half + turn),
    minor: Math.sqrt(Math.max(0, half - turn)),
    // of a direction and its opposite, which are one axis, the upper; rounding makes π of a tiny negative angle
    angle: direction < 0 ? (direction + Math.PI) % Math.PI : direction,
  };
}
