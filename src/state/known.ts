import { rangeText } from '../text/dates.ts';
import { meets, type Window } from '../../geo/time/window.ts';
import type { Missing } from '../choices.ts';
import type { Link } from './permalink.ts';
import { AT_FIRST } from './view.svelte.ts';

/** What of the data a link may name. */
export interface KnownNames {
  extent: Window;
  incident: (id: string) => boolean;
  district: (id: string) => boolean;
  /** by its key, `source|scope` */
  totals: (key: string) => boolean;
  /** The days of a phase; `null` where there is none of that id. */
  phase: (id: string) => Window | null;
}

/**
 * The link with only what the data have, and what it lost. A phase without its window is shown by it; with another
 * window, the window stands.
 */
export function onlyKnown(link: Link, known: KnownNames): { link: Link; missing: Missing[] } {
  const missing: Missing[] = [];
  const kept = { ...link };
  const drop = (key: keyof Link, what: Missing['what'], name: string) => {
    missing.push({ what, names: [name] });
    kept[key] = undefined;
  };
  if (link.incident !== undefined && !known.incident(link.incident)) drop('incident', 'incident', link.incident);
  if (link.totals !== undefined && !known.totals(link.totals)) drop('totals', 'totals', link.totals);
  if (link.t && !meetsExtent(link.t, known.extent)) drop('t', 'time', rangeText(inOrder(link.t)));
  const strangers = new Set(link.districts?.filter((id) => !known.district(id)));
  if (strangers.size > 0) {
    kept.districts = link.districts?.filter((id) => !strangers.has(id));
    if (kept.districts?.length === 0) delete kept.districts;
  }
  if (link.to !== undefined && !known.district(link.to)) {
    strangers.add(link.to);
    delete kept.to;
  }
  if (strangers.size > 0) missing.push({ what: 'district', names: [...strangers] });
  if (link.phase !== undefined) {
    const days = known.phase(link.phase);
    if (!days) drop('phase', 'phase', link.phase);
    else if (kept.t === undefined && (link.mode ?? AT_FIRST.mode) === 'window') kept.t = days;
    else if (!shows(kept, days, known.extent)) delete kept.phase;
  }
  return { link: kept, missing };
}

function inOrder({ start, end }: Window): Window {
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

function meetsExtent(days: Window, extent: Window): boolean {
  const { start, end } = inOrder(days);
  return meets(start, end, extent);
}

/** Whether the link's window is these days, as far as there are data. */
function shows({ t, mode = AT_FIRST.mode }: Link, days: Window, extent: Window): boolean {
  if (!t || mode !== 'window') return false;
  return (
    Math.max(t.start, extent.start) === Math.max(days.start, extent.start) &&
    Math.min(t.end, extent.end) === Math.min(days.end, extent.end)
  );
}
