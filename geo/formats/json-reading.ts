import type { Note } from '../model/findings.ts';
import { decodeText } from './decode.ts';
import { checkAsked, featureReading } from './feature-reading.ts';
import { note } from './finding.ts';
import { geojson, isGeoJson } from './geojson.ts';
import { createElementReader, type JsonElement } from './json-elements.ts';
import { readMadeTable, type OpenRecords } from './made-table.ts';
import type { Asked, Reading } from './reading.ts';
import { parsed } from './rows.ts';
import { LEAST_WIDTH, NeedsMapping } from './sample.ts';
import { peeked, unreadable, type ByteSource } from './source.ts';

const BATCH = 1000;

/** Reads a JSON text: as features where one of the first is GeoJSON, else as records with fields, which are the rows of a table. */
export async function readJsonFile(
  { source, size }: { source: ByteSource; size: number },
  { sample, all }: { sample: string; all: AsyncGenerator<string> },
  notes: Note[],
  asked: Asked,
): Promise<Reading> {
  const textAgain = () => decodeText(source.open(), () => undefined);
  const elements = jsonElements(all);
  const begin = await peeked(elements);
  if (begin.first?.some(({ raw }) => isGeoJson(parsed(raw)))) {
    checkAsked(source.name, asked, geojson);
    const again = () => jsonElements(textAgain());
    return featureReading(source.name, geojson, { batches: begin.all, again }, notes, asked);
  }
  await elements.return(undefined);
  const { recordsKeyIn, tableOfJson } = await import('./json-records.ts');
  const key = recordsKeyIn(sample) ?? undefined;
  const [first] = createElementReader(key).feed(sample, true);
  if (!isRecord(first?.raw)) throw unreadable(source.name, first?.raw.slice(0, 40) ?? '', 'not-json-events');
  const others: string[] = [];
  const onOther = (name: string) => {
    if (others.length >= MOST_NAMED || others.includes(name)) return;
    if (others.length === 0) notes.push(note('later-fields', { names: others }));
    others.push(name);
  };
  const open: OpenRecords = (onText) => tableOfJson(jsonElements(textAgain(), key), { onText, onOther });
  return readMadeTable({ file: source.name, size }, open, notes, asked).catch((error: unknown) => {
    const isTable = !(error instanceof NeedsMapping) || error.sample.rows[0].cells.length >= LEAST_WIDTH;
    throw isTable ? error : unreadable(source.name, first.raw.slice(0, 40), 'not-json-events');
  });
}

/** So many fields are named that are passed over. */
const MOST_NAMED = 20;

/** Whether a text may be a record with fields: the first is often cut. */
function isRecord(raw: string | undefined): boolean {
  return raw !== undefined && /^\{\s*"/.test(raw) && !/^\{\s*"type"\s*:\s*"(?:Topology|FeatureCollection)"/.test(raw);
}

async function* jsonElements(chunks: AsyncIterable<string>, key?: string): AsyncGenerator<JsonElement[]> {
  const { feed } = createElementReader(key);
  for await (const chunk of chunks) {
    const elements = feed(chunk, false);
    for (let at = 0; at < elements.length; at += BATCH) yield elements.slice(at, at + BATCH);
  }
  const last = feed('', true);
  if (last.length > 0) yield last;
}
