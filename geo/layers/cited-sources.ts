import { sourceSchema, type Source } from '../model/incident.ts';

/** A year, or that there is none, which may be followed by what is known of it: `n.d. (late 2024 or 2025)`. */
const YEAR = /^(?:(\d{4})|n\.d\.(?: (\(.+\)))?)$/;

/**
 * The sources in a cell, `publisher; title; year; address` each, with ` | ` between; the year may be `n.d.`. Gives the
 * first one that is not so as `refused`.
 */
export function citedSources(cell: string): { sources: Source[] } | { refused: string } {
  const sources: Source[] = [];
  for (const words of cell.split(' | ').filter(Boolean)) {
    const parts = words.split('; ');
    const year = YEAR.exec(parts.at(-2) ?? '');
    if (!year || parts.length < 4) return { refused: words };
    const title = [parts.slice(1, -2).join('; '), year[2]].filter(Boolean).join(' ');
    const source = {
      publisher: parts[0],
      title,
      year: year[1] ? Number(year[1]) : null,
      url: parts.at(-1),
      record: null,
    };
    const result = sourceSchema.safeParse(source);
    if (!result.success) return { refused: words };
    sources.push(result.data);
  }
  return { sources };
}
