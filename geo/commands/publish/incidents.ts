import { COLLECTION } from '../../collection.ts';
import type { Layout } from '../../formats/format.ts';
import { oncePerPlace } from '../../import/import.ts';
import { inTwo } from '../../model/brief.ts';
import { SourceError } from '../../model/errors.ts';
import { geometryAt } from '../../model/incident-places.ts';
import { readEnrich, readGround } from '../ground.ts';
import { readEventsFile, type AskedFile, type FileReport } from '../events-file.ts';
import type { Io } from '../io.ts';
import { completing } from '../report/stores.ts';

/** So many incidents a site holds at most: its page fetches them whole before it shows the first. */
const MOST_INCIDENTS = 100_000;

/** The incidents of a file as the layers of a page, and what they come to. */
export interface SiteIncidents {
  /** what became of the file's rows */
  report: FileReport;
  /** incidents.geojson, in pieces */
  briefs: string;
  /** incident-details.json */
  details: string;
  figures: SiteFigures;
}

/** What a site's incidents come to. */
export interface SiteFigures {
  incidents: number;
  /** `YYYY-MM-DD`, of the earliest and of the last */
  first: string;
  last: string;
  /** the best figures added up, and for how many incidents none is known */
  killed: number;
  unknown: number;
}

/**
 * Reads a file of events into the layers of a page.
 * @throws SourceError where none of its rows is taken, or more than a page shows; else as `readEventsFile` does.
 */
export async function readSiteIncidents(
  io: Pick<Io, 'note'>,
  path: string,
  asked: AskedFile,
  most = MOST_INCIDENTS,
): Promise<SiteIncidents> {
  const computedOf = oncePerPlace(readEnrich(readGround()));
  const complete = completing(path);
  const [briefs, details]: string[][] = [[], []];
  const figures: SiteFigures = { incidents: 0, first: '', last: '', killed: 0, unknown: 0 };
  const report = await readEventsFile(io, path, asked, ({ format }: Layout) => ({
    accept: (event) => {
      if (figures.incidents >= most) throw tooMany(path, format, most);
      const recorded = complete(event.recorded);
      const { brief, details: own } = inTwo({
        type: 'Feature',
        id: recorded.id,
        geometry: geometryAt([event.lon, event.lat], event.otherPlaces),
        properties: { ...recorded, ...computedOf(event) },
      });
      briefs.push(JSON.stringify(brief));
      details.push(`${JSON.stringify(brief.id)}:${JSON.stringify(own)}`);
      count(figures, recorded.start, recorded.fatalities.best);
    },
    reject: () => undefined,
    settle: () => Promise.resolve(),
  }));
  if (figures.incidents === 0) throw noneTaken(path, report.read);
  return {
    report,
    briefs: COLLECTION.head + briefs.join(COLLECTION.between) + COLLECTION.foot,
    details: `{${details.join(',\n')}}\n`,
    figures,
  };
}

function count(figures: SiteFigures, day: string, killed: number | null): void {
  figures.incidents++;
  if (figures.first === '' || day < figures.first) figures.first = day;
  if (day > figures.last) figures.last = day;
  if (killed === null) figures.unknown++;
  else figures.killed += killed;
}

function tooMany(path: string, format: string, most: number): SourceError {
  const where = { file: 'command line', row: null, field: '--data', value: path };
  const reason = `holds more than ${most} incidents (${format}), the most that a site holds`;
  return new SourceError(where, reason, 'Leave out what is not to be shown; the page itself opens larger files');
}

function noneTaken(path: string, read: number): SourceError {
  const where = { file: 'command line', row: null, field: '--data', value: path };
  const reason = read === 0 ? 'holds no rows' : `has ${read} rows, of which none can be taken`;
  return new SourceError(where, reason, `npm run -s geo -- validate ${path} says why`);
}
