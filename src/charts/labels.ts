/**
 * Where labels go that must stand at least `gap` pixels apart in `height`: as near to their places as all together can
 * be (least squares, by pooling neighbours that collide). `places` ascend; so do the answers.
 */
export function spread(places: readonly number[], gap: number, height: number): number[] {
  // in steps of the gap the labels need only be in order, which is isotonic regression
  const pools: { sum: number; count: number }[] = [];
  places.forEach((place, i) => {
    pools.push({ sum: place - i * gap, count: 1 });
    for (let last = pools.length - 1; last > 0 && mean(pools[last - 1]) > mean(pools[last]); last--) {
      const { sum, count } = pools[last];
      pools[last - 1].sum += sum;
      pools[last - 1].count += count;
      pools.pop();
    }
  });
  const most = height - (places.length - 1) * gap - gap / 2;
  const steps = pools.flatMap((pool) => Array<number>(pool.count).fill(mean(pool)));
  return steps.map((step, i) => Math.min(Math.max(step, gap / 2), Math.max(most, gap / 2)) + i * gap);
}

function mean({ sum, count }: { sum: number; count: number }): number {
  return sum / count;
}
