import { synthEvents } from './events.ts';
import type { Gazetteer } from './spots.ts';
import { acledWriter } from './write-acled.ts';
import { geojsonWriter } from './write-geojson.ts';
import { gtdWriter } from './write-gtd.ts';
import { plainTableWriter } from './write-table.ts';
import { ucdpWriter } from './write-ucdp.ts';
import type { SynthWriter } from './writer.ts';

/** What made events can be written as. */
export const SYNTH_FORMATS = ['acled', 'ucdp', 'gtd', 'table', 'geojson'] as const;
export type SynthFormat = (typeof SYNTH_FORMATS)[number];

const WRITERS: Readonly<Record<SynthFormat, SynthWriter>> = {
  acled: acledWriter,
  ucdp: ucdpWriter,
  gtd: gtdWriter,
  table: plainTableWriter,
  geojson: geojsonWriter,
};

/** Characters that are gathered before they are given on. */
const CHUNK = 65_536;

/**
 * A file of `count` made events in chunks of text: same format, count and seed, same text. No more is held than a chunk.
 */
export function* synthText(gazetteer: Gazetteer, format: SynthFormat, count: number, seed: number): Generator<string> {
  const { covers, head, between, foot, start } = WRITERS[format];
  const textOf = start();
  const events = synthEvents(gazetteer, seed, covers);
  let chunk = head;
  for (let written = 0; written < count; written++) {
    if (written > 0) chunk += between;
    chunk += textOf(events.next().value);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk + foot;
}
