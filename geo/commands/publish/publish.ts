import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { headerPolicy } from '../../../scripts/csp.mjs';
import { readJson } from '../../layers/read-json.ts';
import { datapackageSchema, publishedSchema, type Datapackage, type Published } from '../../model/dataset.ts';
import { messageOf, SourceError, UsageError } from '../../model/errors.ts';
import { phasesSchema } from '../../model/story.ts';
import type { WrittenStory } from '../../model/written-story.ts';
import { readStory } from '../../story/read-story.ts';
import { storyFile, storyIdOf } from '../../story/shipped.ts';
import { assumedLicence, siteReadme, termsText } from '../../words/site.ts';
import { storyFindingText } from '../../words/stories.ts';
import { readArguments } from '../arguments.ts';
import { FILE_OPTIONS, FILE_USAGE } from '../events-file.ts';
import type { Io } from '../io.ts';
import { hashedName } from '../layer-name.ts';
import { listOffline } from '../offline-files.ts';
import { forgetUnfinished, rememberUnfinished } from '../unfinished.ts';
import { readSiteIncidents, type SiteIncidents } from './incidents.ts';
import { embedPage, layersOf, sitePage } from './pages.ts';

export const usage =
  `publish --data FILE ${FILE_USAGE}\n` +
  '      [--title TEXT] [--licence TEXT] [--story FILE] [--allow-frames] --out FOLDER [--force] [--app FOLDER] [--json]';
export const summary =
  'Makes a site of static files, for any host, that shows the events of a file in any supported format as its own, with\n' +
  '      all that the page does, embed.html for the frames of other pages, and a README of what it holds. --story is a story that\n' +
  '      it opens with; --allow-frames lets other pages show it; --force replaces a site that was made before. The page is\n' +
  '      built where that is missing or stale; --app names one that is.';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const PAGE = 'index.html';
/** So long a title is shown whole, or nearly. */
const LONGEST_TITLE = 200;
/** Resources that tell of the project's own incidents alone. */
const OWN_RESOURCES: ReadonlySet<string> = new Set(['incidents', 'actors', 'claims-apart']);

/** A story of the site: its id in links, its file's text, and what it says. */
interface SiteStory {
  id: string;
  text: string;
  story: WrittenStory;
}

/** Makes the site, and prints what it holds. Nothing stands at `--out` before it is whole. */
export async function run(args: string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args, {
    ...FILE_OPTIONS,
    data: { type: 'string' },
    title: { type: 'string' },
    licence: { type: 'string' },
    story: { type: 'string' },
    'allow-frames': { type: 'boolean', default: false },
    out: { type: 'string' },
    force: { type: 'boolean', default: false },
    app: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const { data, out } = values;
  if (positionals.length > 0) throw new UsageError(`publish takes no ${JSON.stringify(positionals[0])}.`);
  if (data === undefined) throw new UsageError('publish needs --data, a file of events.');
  if (out === undefined) throw new UsageError('publish needs --out, the folder of the site.');
  const asked = { title: lineOf(values.title, '--title'), licence: lineOf(values.licence, '--licence') };
  const story = values.story === undefined ? null : storyAt(values.story, io);
  checkOut(out, values.force, { '--data': data, '--story': values.story, '--app': values.app ?? join(ROOT, 'dist') });

  const incidents = await readSiteIncidents(io, data, values);
  const app = values.app ?? builtApp(io);
  const { format } = incidents.report;
  const published = publishedSchema.parse({
    title:
      asked.title ??
      basename(data)
        .replace(/\.[^.]+$/, '')
        .slice(0, LONGEST_TITLE),
    licence: asked.licence ?? assumedLicence(format),
    file: basename(data),
    made: new Date().toISOString().slice(0, 10),
    story: story?.id ?? null,
  } satisfies Published);
  const files = writeSite(out, app, { incidents, published, story, allowsFrames: values['allow-frames'] });
  tell(io, { out, files, incidents, published, story, asJson: values.json });
}

/** A text of one line that an option was given; `undefined` where it was not. */
function lineOf(text: string | undefined, option: string): string | undefined {
  if (text === undefined) return undefined;
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line === '') throw new UsageError(`${option} is empty. Leave it out, or say something.`);
  if (line.length > LONGEST_TITLE)
    throw new UsageError(`${option} has ${line.length} characters; it may have ${LONGEST_TITLE}.`);
  return line;
}

function storyAt(path: string, io: Io): SiteStory {
  if (!existsSync(path) || !statSync(path).isFile())
    throw refused('--story', path, 'is no file', 'Give the path of a story’s Markdown file');
  const text = readFileSync(path, 'utf8');
  const read = readStory(text);
  if ('refused' in read) {
    const why = read.refused.map(storyFindingText).join(' ');
    throw refused('--story', path, `is no story that can be read. ${why}`, 'Mend it, or leave it out');
  }
  for (const remark of read.remarks) io.note(`${basename(path)}: ${storyFindingText(remark)}`);
  const slug = basename(path)
    .replace(/(\.story)?\.[^.]*$/, '')
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return { id: slug || 'story', text, story: read.story };
}

/** @throws SourceError for a folder that may not be made or replaced. */
function checkOut(out: string, force: boolean, inputs: Readonly<Record<string, string | undefined>>): void {
  const place = resolve(out);
  const isWithin = (path: string, folder: string) => path === folder || path.startsWith(folder + sep);
  for (const [option, path] of Object.entries(inputs)) {
    if (path === undefined) continue;
    if (isWithin(resolve(path), place)) throw refused('--out', out, `holds ${option}`, 'Give another folder');
  }
  if (isWithin(process.cwd(), place)) throw refused('--out', out, 'holds the folder that you are in', 'Give another');
  const app = inputs['--app'];
  if (app !== undefined && isWithin(place, resolve(app)))
    throw refused('--out', out, 'lies in the built page', 'Give another folder');
  if (!existsSync(place)) return;
  if (!statSync(place).isDirectory()) throw refused('--out', out, 'is a file', 'Give the path of a folder');
  const isEmpty = readdirSync(place).length === 0;
  if (isEmpty) return;
  if (!force) throw refused('--out', out, 'is not empty', 'Give a new folder, or replace the site in it with --force');
  const page = join(place, PAGE);
  const isSite = existsSync(page) && existsSync(join(place, 'embed.html')) && layersOf(readFileSync(page, 'utf8'));
  if (!isSite) throw refused('--out', out, 'holds something else than a site', 'Give a new folder');
}

/** The page, built where it is missing or stale. What is said of it goes to standard error. */
function builtApp(io: Io): string {
  io.note('Looking whether the page is built …');
  const script = "const { buildWhatIsStale } = await import('./scripts/build.mjs'); await buildWhatIsStale();";
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  const app = join(ROOT, 'dist');
  if (status !== 0) throw refused('dist', app, 'could not be built; the message is above', 'Try npm run build');
  return app;
}

interface Site {
  incidents: SiteIncidents;
  published: Published;
  story: SiteStory | null;
  allowsFrames: boolean;
}

/** Writes all of it beside its place, then puts it there; gives how many files it has. */
function writeSite(out: string, app: string, site: Site): number {
  const place = resolve(out);
  const html = existsSync(join(app, PAGE)) ? readFileSync(join(app, PAGE), 'utf8') : '';
  const built = layersOf(html);
  if (!built) throw refused('--app', app, 'holds no built page', 'Build it with npm run build');
  const folder = join(dirname(place), `.durand-${randomUUID()}.part`);
  rememberUnfinished(folder);
  try {
    mkdirSync(join(folder, 'layers'), { recursive: true });
    const isCopied = (path: string) => !['layers', PAGE].includes(relative(app, path));
    cpSync(app, folder, { recursive: true, filter: isCopied });
    const datapackage = readJson(datapackageSchema, layerOf(app, built, 'datapackage.json'), 'datapackage.json');
    const files = writeLayers(folder, app, built, { ...site, datapackage });
    const { title } = site.published;
    const description = `${title}: incidents through time, and by distance from the Durand Line`;
    const page = sitePage(html, { title, description, files });
    writeFileSync(join(folder, PAGE), page);
    writeFileSync(join(folder, 'embed.html'), embedPage(page));
    const policy = headerPolicy(site.allowsFrames);
    writeFileSync(join(folder, '_headers'), `/*\n  Content-Security-Policy: ${policy}\n`);
    writeFileSync(join(folder, 'README.md'), readmeOf(site, datapackage, policy));
    listOffline(folder);
    putInPlace(folder, place);
    return readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (error instanceof SourceError) throw error;
    throw refused('--out', out, `cannot be written: ${messageOf(error)}`, 'Give a folder that can be written');
  } finally {
    forgetUnfinished(folder);
  }
}

const layerOf = (app: string, built: Readonly<Record<string, string>>, name: string): string =>
  readFileSync(join(app, 'layers', built[name]), 'utf8');

/** The layers of the page with those of the site in place of the project's own; gives their files by their names. */
function writeLayers(
  folder: string,
  app: string,
  built: Readonly<Record<string, string>>,
  { incidents, published, story, datapackage }: Site & { datapackage: Datapackage },
): Record<string, string> {
  const phases = readJson(phasesSchema, layerOf(app, built, 'phases.json'), 'phases.json');
  const own: Record<string, string> = {
    'incidents.geojson': incidents.briefs,
    'incident-details.json': incidents.details,
    'datapackage.json': `${JSON.stringify({
      ...datapackage,
      title: published.title,
      resources: datapackage.resources.filter(({ name }) => !OWN_RESOURCES.has(name)),
      published,
    } satisfies Datapackage)}\n`,
    // what they rest on is not among the incidents of the site
    'phases.json': `${JSON.stringify(phases.map((phase) => ({ ...phase, incidents: [] })))}\n`,
    ...(story && { [storyFile(story.id)]: story.text }),
  };
  const files: Record<string, string> = {};
  for (const [name, text] of Object.entries(own)) {
    files[name] = hashedName(name, text);
    writeFileSync(join(folder, 'layers', files[name]), text);
  }
  for (const [name, file] of Object.entries(built)) {
    if (Object.hasOwn(own, name) || storyIdOf(name) !== null) continue;
    files[name] = file;
    cpSync(join(app, 'layers', file), join(folder, 'layers', file));
  }
  return files;
}

/** What was there goes once the new one stands. */
function putInPlace(folder: string, place: string): void {
  const before = `${folder}.before`;
  const isThere = existsSync(place);
  if (isThere) renameSync(place, before);
  try {
    renameSync(folder, place);
  } catch (error) {
    if (isThere) renameSync(before, place);
    throw error;
  }
  rmSync(before, { recursive: true, force: true });
}

function readmeOf({ incidents, published, story, allowsFrames }: Site, { resources }: Datapackage, policy: string) {
  const { format, read, accepted, rejected } = incidents.report;
  const sources = resources
    .filter(({ name, layers }) => !OWN_RESOURCES.has(name) && layers.length > 0)
    .map(({ title, attribution, licenses }) => ({
      ...{ title, attribution },
      licence: licenses.map((licence) => licence.title).join('; '),
    }));
  return siteReadme({
    ...{ ...published, format, read, accepted, rejected, figures: incidents.figures, allowsFrames, policy, sources },
    story: story?.story.title ?? null,
  });
}

interface SiteTold {
  out: string;
  files: number;
  incidents: SiteIncidents;
  published: Published;
  story: SiteStory | null;
  asJson: boolean;
}

function tell(io: Io, { out, files, incidents, published, story, asJson }: SiteTold): void {
  const { format, read, accepted, rejected } = incidents.report;
  const { figures } = incidents;
  if (rejected > 0)
    io.note(`${rejected} of ${read} rows cannot be taken and are not in the site: validate names them.`);
  const terms = termsText(format);
  if (terms !== null) io.note(terms);
  if (asJson) {
    io.out(JSON.stringify({ out, files, ...published, format, read, accepted, rejected, ...figures }));
    return;
  }
  io.out(`Site      ${out}, ${files} files`);
  io.out(`Title     ${published.title}`);
  io.out(`Licence   ${published.licence}`);
  io.out(`Rows      ${read} read, ${accepted} taken, ${rejected} rejected`);
  io.out(`Days      ${figures.first} to ${figures.last}`);
  io.out(`Story     ${story?.story.title ?? 'none'}`);
  io.out(`To see it node scripts/serve.mjs --root ${out}`);
}

function refused(field: string, value: string, reason: string, fix: string): SourceError {
  return new SourceError({ file: 'command line', row: null, field, value }, reason, fix);
}
