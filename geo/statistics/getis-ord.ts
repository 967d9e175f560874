/**
 * Gi* of each place: by how many standard deviations the sum over it and its neighbours lies above what these would come
 * to if the values were dealt out at random (Getis and Ord 1992, "The analysis of spatial association by use of distance
 * statistics", Geographical Analysis 24; in the standardised form of Ord and Getis 1995, "Local spatial autocorrelation
 * statistics", Geographical Analysis 27, equation 5). Weights are 1 for the place itself and its neighbours, else 0.
 *
 * `neighbours[i]` are the indices of those of place `i`, without itself and each once. `null` where nothing can be said:
 * all values are the same, or a place neighbours all others.
 */
export function gStar(values: readonly number[], neighbours: readonly (readonly number[])[]): (number | null)[] {
  const size = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / size;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size;
  const isEven = !(Math.sqrt(variance) > Math.abs(mean) * ROUNDING);
  return values.map((own, i) => {
    const weight = neighbours[i].length + 1;
    if (isEven || weight >= size) return null;
    const sum = neighbours[i].reduce((all, other) => all + values[other], own);
    return (sum - mean * weight) / Math.sqrt((variance * (size * weight - weight * weight)) / (size - 1));
  });
}

/** Values that differ by less than this share of their mean differ by rounding alone. */
const ROUNDING = 1e-12;
