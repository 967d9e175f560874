/** What a column of a file can become, in our own names; those of plain tables (`PLAIN_FIELDS`) are among them. */
export type TakenAs =
  | 'lat'
  | 'lon'
  | 'position'
  | 'start'
  | 'year'
  | 'month'
  | 'day'
  | 'end'
  | 'datePrecision'
  | 'id'
  | 'title'
  | 'type'
  | 'place'
  | 'admin'
  | 'country'
  | 'locationPrecision'
  | 'best'
  | 'low'
  | 'high'
  | 'injured'
  | 'actor1'
  | 'actor2'
  | 'actors'
  | 'claims'
  | 'remarks'
  | 'publisher'
  | 'url'
  | 'confidence';

/** What the columns of a table become, by their place in the header. Those of which nothing is made are left out. */
export type Taken = ReadonlyMap<number, readonly TakenAs[]>;

/** Adds to what is taken of a column. */
export function alsoTaken(taken: Map<number, readonly TakenAs[]>, column: number, as: TakenAs): void {
  const before = taken.get(column) ?? [];
  if (!before.includes(as)) taken.set(column, [...before, as]);
}

/** What columns become, from the columns of each field. */
export function takenOf(fields: ReadonlyMap<TakenAs, readonly number[]>): Taken {
  const taken = new Map<number, readonly TakenAs[]>();
  for (const [field, columns] of fields) for (const column of columns) alsoTaken(taken, column, field);
  return taken;
}
