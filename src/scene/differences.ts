import type { AreaTint } from './sketch.ts';

/** How a district's figure differs, and whether by more than chance would give. */
export interface Tinted {
  id: string;
  /** `null` where it is not known */
  difference: number | null;
  isSure: boolean;
}

/** A class of differences of one sign: above `from`, up to `to`. */
export type DifferenceClass = AreaTint & { sign: 'more' | 'fewer'; from: number; to: number };

/** Above half of the greatest difference, and below. */
const OPACITIES = [0.45, 1] as const;

/**
 * The tints of districts by how they differ: hot for more, cold for fewer, full above half of the greatest difference; and
 * the classes that there are, from the most to the fewest. Those of which nothing is known have none.
 */
export function tintsOf(differences: readonly Tinted[]): {
  areas: (AreaTint & { id: string; isStrong: boolean })[];
  classes: DifferenceClass[];
} {
  const known = differences.flatMap(({ difference, ...rest }) =>
    difference === null ? [] : [{ difference, ...rest }],
  );
  const greatest = Math.max(0, ...known.map(({ difference }) => Math.abs(difference)));
  const classOf = (difference: number): DifferenceClass | null => {
    if (difference === 0) return null;
    const level = Math.abs(difference) > greatest / 2 ? 1 : 0;
    const sign = difference > 0 ? 'more' : 'fewer';
    return {
      ...{ sign, from: (level * greatest) / 2, to: ((level + 1) * greatest) / 2 },
      ...{ color: difference > 0 ? 'hot' : 'cold', opacity: OPACITIES[level] },
    };
  };
  return {
    areas: known.map(({ id, difference, isSure }) => {
      const { color, opacity } = classOf(difference) ?? { color: null, opacity: 0 };
      return { id, color, opacity, isStrong: isSure };
    }),
    classes: [1, 0.25, -0.25, -1]
      .filter((share) => known.some(({ difference }) => isAlike(classOf(difference), classOf(share * greatest))))
      .flatMap((share) => classOf(share * greatest) ?? []),
  };
}

function isAlike(one: DifferenceClass | null, other: DifferenceClass | null): boolean {
  return one !== null && one.sign === other?.sign && one.opacity === other.opacity;
}
