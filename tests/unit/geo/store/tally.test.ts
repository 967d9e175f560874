import { describe, expect, test } from 'vitest';
import { formatDay } from '../../../../geo/model/day.ts';
import { filterMask, NO_FILTERS } from '../../../../geo/store/filter.ts';
import { countsOf, placeCells } from '../../../../geo/store/count.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { tallyBy } from '../../../../geo/store/tally.ts';
import { incident } from './made-incidents.ts';

/** One incident a day on a thousand days, each three days long. */
const FIRST = 19_000;
const store = createStore(
  Array.from({ length: 1000 }, (_, i) =>
    incident({ id: `I${1000 + i}`, start: formatDay(FIRST + i), end: formatDay(FIRST + i + 2) }),
  ),
);

/** A tally that tells how many rows it has looked at since it was last asked. */
function watched() {
  let looked = 0;
  const mask = new Proxy(filterMask(store, NO_FILTERS), {
    get(rows, key) {
      looked++;
      return Reflect.get(rows, key) as unknown;
    },
  });
  const sumsIn = tallyBy(store, mask, placeCells(store));
  return (start: number, end: number) => {
    looked = 0;
    const { incidents } = countsOf(sumsIn({ start: FIRST + start, end: FIRST + end }));
    return { incidents, looked };
  };
}

describe('a tally looks at', () => {
  test('what enters and what leaves alone, forwards and backwards', () => {
    const tallyIn = watched();
    expect(tallyIn(100, 599)).toEqual({ incidents: 502, looked: 502 });
    expect(tallyIn(101, 600)).toEqual({ incidents: 502, looked: 2 });
    expect(tallyIn(94, 593)).toEqual({ incidents: 502, looked: 14 });
    expect(tallyIn(94, 600)).toEqual({ incidents: 509, looked: 7 });
  });

  test('the window itself where that is less: a jump, and a window made narrow', () => {
    const tallyIn = watched();
    tallyIn(0, 999);
    expect(tallyIn(500, 509)).toEqual({ incidents: 12, looked: 12 });
    expect(tallyIn(900, 909)).toEqual({ incidents: 12, looked: 12 });
  });
});
