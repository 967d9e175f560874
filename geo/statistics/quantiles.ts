/**
 * Quantiles of numbers, one for each share from 0 to 1: definition 7 of Hyndman and Fan (1996, "Sample quantiles in
 * statistical packages", The American Statistician 50), the one of R and NumPy: the value at place `(n - 1) * share` of
 * the ascending numbers, between two of them in a straight line. The numbers are reordered in place. `null` of none.
 */
export function quantiles(values: Float64Array, shares: readonly number[]): number[] | null {
  if (values.length === 0) return null;
  // what stands before a place that was found is no greater than what stands there
  let found = 0;
  return shares.map((share) => {
    const place = (values.length - 1) * share;
    const below = Math.floor(place);
    const low = nth(values, below, below < found ? 0 : found);
    found = below;
    if (below === place) return low;
    return low + (place - below) * (nth(values, below + 1, below) - low);
  });
}

/** The value at a place of the ascending numbers, those before `first` being no greater than the rest: Hoare's selection (1961), with the middle of three as the pivot. */
function nth(values: Float64Array, place: number, first: number): number {
  let [from, to] = [first, values.length - 1];
  while (from < to) {
    const pivot = middleOf(values[from], values[(from + to) >>> 1], values[to]);
    let [i, j] = [from, to];
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const value = values[i];
      values[i++] = values[j];
      values[j--] = value;
    }
    if (place <= j) to = j;
    else if (place >= i) from = i;
    else break;
  }
  return values[place];
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
