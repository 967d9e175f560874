import type { CrossTable } from '../../views/table.ts';

/** The table as `report --by` prints it in JSON. */
export function tableJson({ by, size, valuesAt, figuresAt, total, overlaps }: CrossTable): object {
  const rows = Array.from({ length: size }, (_, row) => {
    const values = valuesAt(row);
    return { ...Object.fromEntries(by.map((dimension, d) => [dimension, values[d]])), ...figuresAt(row) };
  });
  return { by, overlaps, total, rows };
}

/** The total, and what is to be known of the rows. */
export function tableNotes({ total, overlaps, beganBefore, yearOnly }: CrossTable): string[] {
  const { incidents, killed, injured, injuredUnknown } = total;
  const known = (figure: number | null) => figure ?? 'not known';
  const notes = [
    `Total: ${incidents} incidents; killed ${known(killed.best)} (${known(killed.low)} to ${known(killed.high)}), ` +
      `not known for ${killed.unknown}; injured ${known(injured)}, not known for ${injuredUnknown}.`,
  ];
  if (overlaps.length > 0)
    notes.push(`Rows overlap by ${overlaps.join(' and ')}: an incident counts in each of its own, once in the total.`);
  if (beganBefore > 0)
    notes.push(`${beganBefore} of them began before the window and stand in the row of their first day.`);
  if (yearOnly > 0) notes.push(`${yearOnly} of them are known to the year only and stand by its first day.`);
  return notes;
}
