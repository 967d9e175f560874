import type { Closure, Crossing } from '../model/crossing.ts';
import { parseDay, type Day } from '../model/day.ts';
import type { Position } from '../model/incident.ts';
import { endOfStep } from '../time/window.ts';

/** What is known of a crossing on a day: shut, shut but for some, or nothing that was found. */
export type Passage = 'closed' | 'partly' | null;

/** A crossing with a point. */
export type PlacedCrossing = Crossing & { position: Position };

/** The crossings that have a point, each once: one that goes by another name on the other side is left out. */
export function placedCrossings(crossings: readonly Crossing[]): PlacedCrossing[] {
  return crossings.filter((each): each is PlacedCrossing => each.position !== null && each.sameAs === null);
}

/**
 * What is known of a crossing on a day. A closure whose end was not found is known on its first day alone; one that goes
 * on, up to the day of the newest source. Where it was shut but for some while it was shut, that is what it was.
 */
export function passageOn(crossing: Crossing, closures: readonly Closure[], day: Day): Passage {
  const kinds = closures.filter((closure) => closure.crossing === crossing.id && holdsOn(closure, crossing, day));
  if (kinds.some(({ kind }) => kind === 'partly')) return 'partly';
  return kinds.some(({ kind }) => kind === 'closed') ? 'closed' : null;
}

function holdsOn({ kind, start, end, ending }: Closure, { statusAsOf }: Crossing, day: Day): boolean {
  const first = parseDay(start);
  if (kind === 'reopened' || first === null || day < first) return false;
  const last = { known: lastDayOf(end), ongoing: lastDayOf(statusAsOf), unknown: first }[ending ?? 'unknown'];
  return day <= (last ?? first);
}

/** The last day of a day, a month or a year; `null` where there is none. */
function lastDayOf(text: string | null): Day | null {
  if (text === null) return null;
  const first = parseDay(`${text}-01-01`.slice(0, 10));
  if (first === null) return null;
  const step = (['year', 'month', 'day'] as const)[text.split('-').length - 1];
  return endOfStep(first, step);
}
