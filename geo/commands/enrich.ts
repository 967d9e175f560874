import { COLLECTION } from '../collection.ts';
import { csvRecord, guard } from '../formats/csv.ts';
import type { Event } from '../formats/format.ts';
import { OWN_COLUMNS, ownRecord } from '../formats/own-table.ts';
import { rejectsFile, type FindingText, type RejectsFile } from '../formats/rejects.ts';
import { oncePerPlace } from '../import/import.ts';
import { UsageError } from '../model/errors.ts';
import { geometryAt } from '../model/incident-places.ts';
import type { Computed, Incident } from '../model/incident.ts';
import { reasonText, valueText } from '../words/findings.ts';
import { readArguments } from './arguments.ts';
import { FILE_OPTIONS, FILE_USAGE, printReport, readEventsFile, type Outlet } from './events-file.ts';
import { readEnrich, readGround } from './ground.ts';
import type { Io } from './io.ts';
import { originalsOf, type Originals } from './originals.ts';
import { writeWhole, type Output } from './output.ts';

export const usage = `enrich FILE ${FILE_USAGE} [--out FILE] [--rejects FILE] [--json]`;
export const summary =
  'Reads events in any supported format, adds district, side and distance from the Durand Line, and writes them as\n' +
  '      GeoJSON or CSV, by the ending of --out, with the original columns beside them. Rows that cannot be taken go into --rejects, whole and with the reason:\n' +
  '      a CSV (of features a GeoJSON) that can be mended and read again. Prints what was read, taken and not.';

/** How incidents are written: the beginning of the file, a text for each, the end. */
interface Form {
  head: string;
  text: (event: Event, computed: Computed, raw: string, first: boolean) => string;
  end: string;
}

const csv = ({ columns, cells }: Originals): Form => ({
  head: `${csvRecord([...OWN_COLUMNS, ...columns.map(guard)])}\n`,
  text: (event, computed, raw) =>
    `${[ownRecord(event, computed), ...cells(raw).map((cell) => csvRecord([guard(cell)]))].join(',')}\n`,
  end: '',
});
const geojson = ({ record }: Originals): Form => ({
  head: COLLECTION.head,
  text: (event, computed, raw, first) =>
    (first ? '' : COLLECTION.between) + JSON.stringify(incidentOf(event, computed, record(raw))),
  end: COLLECTION.foot,
});
const FORMS: Readonly<Record<string, (originals: Originals) => Form>> = { csv, geojson, json: geojson };

/** Enriches a file in a stream, and prints the report. */
export async function run(args: string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args, {
    ...FILE_OPTIONS,
    out: { type: 'string' },
    rejects: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  if (positionals.length !== 1) throw new UsageError(`enrich takes one file, not ${positionals.length}.`);
  const form = values.out === undefined ? null : formOf(values.out);
  const [path] = positionals;
  const report = await writeWhole({ [path]: 'the file that is read' }, async (open) => {
    const outlets: FileOutlet[] = [];
    const read = await readEventsFile(io, path, values, async (layout) => {
      if (values.out !== undefined && form)
        outlets.push(incidentsOutlet(await open(values.out, '--out'), form(originalsOf(layout))));
      if (values.rejects !== undefined)
        outlets.push(rejectsOutlet(await open(values.rejects, '--rejects'), rejectsFile(layout, FINDING_TEXT)));
      return {
        accept: (event, raw) => outlets.forEach(({ accept }) => accept(event, raw)),
        reject: (rejected) => outlets.forEach(({ reject }) => reject(rejected)),
        settle: async () => {
          for (const { settle } of outlets) await settle();
        },
      };
    });
    for (const { end } of outlets) end();
    return read;
  });
  printReport(io, report, values.json);
}

const FINDING_TEXT: FindingText = { reasonText, valueText };

/** An outlet into a file, that has something to write at its end. */
interface FileOutlet extends Outlet {
  end: () => void;
}

function formOf(path: string): (originals: Originals) => Form {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (Object.hasOwn(FORMS, ending)) return FORMS[ending];
  throw new UsageError(`--out ends in .geojson, .json or .csv, not as ${JSON.stringify(path)} does.`);
}

function incidentsOutlet({ write, settle }: Output, form: Form): FileOutlet {
  const computedOf = oncePerPlace(readEnrich(readGround()));
  let isFirst = true;
  write(form.head);
  return {
    accept: (event, raw) => {
      write(form.text(event, computedOf(event), raw, isFirst));
      isFirst = false;
    },
    reject: () => undefined,
    settle,
    end: () => write(form.end),
  };
}

function rejectsOutlet({ write, settle }: Output, file: RejectsFile): FileOutlet {
  let isFirst = true;
  write(file.head);
  return {
    accept: () => undefined,
    reject: (rejected) => {
      write(file.line(rejected, isFirst));
      isFirst = false;
    },
    settle,
    end: () => write(file.end),
  };
}

function incidentOf(
  { recorded, lon, lat, otherPlaces }: Event,
  computed: Computed,
  original: Readonly<Record<string, string>>,
): Incident {
  return {
    type: 'Feature',
    id: recorded.id,
    geometry: geometryAt([lon, lat], otherPlaces),
    properties: { ...recorded, ...computed },
    ...(Object.keys(original).length > 0 && { original }),
  };
}
