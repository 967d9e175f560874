import { duplicateFinding } from '../../../../geo/formats/plausible.ts';
import type { Mapping } from '../../../../geo/formats/format.ts';
import { readEvents } from '../../../../geo/formats/read.ts';
import { createIdSet } from '../../../../geo/import/id-set.ts';
import { importEntries } from '../../../../geo/import/import.ts';
import { readEnrich, readGround } from '../../../../geo/commands/ground.ts';
import { fileOf } from '../formats/data-file.ts';

let enrich: ReturnType<typeof readEnrich> | undefined;
/** What computes an incident's properties, made once. */
export const enrichHere = () => (enrich ??= readEnrich(readGround()));

/** A file imported as the page does it. */
export async function importFile(text: string, mapping?: Mapping, known: readonly string[] = []) {
  const reading = await readEvents(fileOf(text), { mapping });
  const knownIds = createIdSet();
  for (const id of known) knownIds.add(id);
  const imported = await importEntries(reading.entries, enrichHere(), { knownIds, duplicate: duplicateFinding });
  return { ...imported, layout: reading.layout };
}
