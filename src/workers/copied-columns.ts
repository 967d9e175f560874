import type { Columns } from '../../geo/store/columns.ts';

/** Copies of some columns, which go to a worker; a generator, as each takes a while. */
export function* copiedColumns<Name extends keyof Columns>(
  columns: Pick<Columns, Name>,
  names: readonly Name[],
): Generator<undefined, Pick<Columns, Name>> {
  const copies: Partial<Record<Name, unknown>> = {};
  for (const name of names) {
    copies[name] = columns[name].slice();
    yield;
  }
  return copies as Pick<Columns, Name>;
}
