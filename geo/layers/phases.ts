import { parseDay } from '../model/day.ts';
import { SourceError } from '../model/errors.ts';
import { phasesSchema, type Phase } from '../model/story.ts';
import { readJson } from './read-json.ts';

const FILE = 'phases.json';

/**
 * The phases of the story from `phases.json`, in order of time. `incidentIds` are the ids that a phase may cite.
 * @throws SourceError (its row is the phase's place in the file, from 0) for a phase that breaks the schema, repeats
 * an id, ends before it starts, meets the one before it, has no box, or cites an incident that is none.
 */
export function phasesLayer(text: string, incidentIds: ReadonlySet<string>): Phase[] {
  const phases = readJson(phasesSchema, text, FILE);
  for (const [row, phase] of phases.entries()) {
    const refuse = (field: keyof Phase, value: unknown, reason: string, fix: string) =>
      new SourceError({ file: FILE, row, field, value }, reason, fix);
    const before = phases.slice(0, row);
    const last = before.at(-1);
    if (before.some(({ id }) => id === phase.id))
      throw refuse('id', phase.id, 'is given twice', 'Give each its own id');
    if (dayAt(phase.start) > dayAt(phase.end)) throw refuse('end', phase.end, 'is before start', 'Swap the two');
    if (last && dayAt(phase.start) <= dayAt(last.end)) {
      throw refuse('start', phase.start, `is not after ${last.end}, the end of ${last.id}`, 'Start on a later day');
    }
    const [west, south, east, north] = phase.bbox;
    if (west >= east || south >= north) throw refuse('bbox', phase.bbox, 'is no box', 'Give west, south, east, north');
    const unknown = phase.incidents.find((id) => !incidentIds.has(id));
    if (unknown !== undefined) throw refuse('incidents', unknown, 'is no incident', 'Correct or remove the id');
  }
  return phases;
}

/** The schema has already refused what is no day. */
function dayAt(text: string): number {
  return parseDay(text) ?? NaN;
}
