/** A choice among values as the filters keep it: `null` is no choice, and everything passes. */
type Choice<T> = readonly T[] | null;

/** The choice with the values added, in the order of `all`. */
function withAll<T>(choice: Choice<T>, values: readonly T[], all: readonly T[]): T[] {
  return all.filter((value) => choice?.includes(value) || values.includes(value));
}

/** The choice without the values; without any left it is no choice. */
export function withoutAny<T>(choice: Choice<T>, values: readonly T[]): T[] | null {
  const left = (choice ?? []).filter((value) => !values.includes(value));
  return left.length > 0 ? left : null;
}

/** The choice without the value. */
export function withOut<T>(choice: Choice<T>, value: T): T[] | null {
  return withoutAny(choice, [value]);
}

/** The choice after some of its values were ticked or unticked. */
export function ticked<T>(choice: Choice<T>, values: readonly T[], on: boolean, all: readonly T[]): T[] | null {
  return on ? withAll(choice, values, all) : withoutAny(choice, values);
}

/** How many of the values are chosen: all, some or none. */
export function share<T>(choice: Choice<T>, values: readonly T[]): 'all' | 'some' | 'none' {
  const count = values.filter((value) => choice?.includes(value)).length;
  return count === 0 ? 'none' : count === values.length ? 'all' : 'some';
}
