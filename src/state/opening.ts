import { messageOf } from '../../geo/model/errors.ts';
import type { Published } from '../../geo/model/dataset.ts';
import { DATA } from '../text/data.ts';
import { keepAddress, readAddress } from './address.svelte.ts';
import type { AppState } from './app.svelte.ts';
import { isOneFile, projectInFile, viewInFile } from './one-file.ts';
import { tellUnseen } from './unseen.ts';
import { isStoryFile } from './stories.svelte.ts';
import { welcome } from './welcome.ts';
import { isProject, openProject } from './project.ts';

/** Opens the page: the layers, what the address asks for, then what was kept. Gives what ends it. */
export function startApp(app: AppState): () => void {
  const { data, keeping } = app;
  let ended = false;
  let forget = () => {};
  let forgetKept = () => {};
  void data.load(app.map.begun).then(async () => {
    if (ended || !data.layers) return;
    app.fitTime();
    const inFile = isOneFile();
    if (!app.isEmbedded && !inFile) welcome(app.notices, data.published);
    const hash = location.hash || (inFile ? `#${viewInFile()}` : firstHash(data.published));
    const lacks = readAddress(app, hash);
    forget = keepAddress(app);
    if (app.isEmbedded) return; // what a reader has opened is not the page's around it
    if (inFile) return openProjectInFile(app, hash);
    const stop = await keeping.restore();
    forgetKept = stop;
    if (ended) return stop();
    app.fitTime();
    // what the link names may be in a dataset that is only now back
    if (lacks && data.datasets.length > 1) {
      forget(); // nothing that the reader has chosen: not to be undone
      readAddress(app, hash);
      forget = keepAddress(app);
    }
  });
  return () => {
    ended = true;
    forget();
    forgetKept();
  };
}

/** Brings back the files that a page in one file was saved with. */
async function openProjectInFile(app: AppState, hash: string): Promise<void> {
  const project = projectInFile();
  if (!project) return;
  try {
    await openProject(app, project);
    app.fitTime();
    readAddress(app, hash);
  } catch (error) {
    app.notices.say('not-opened', DATA.failed(project.name, messageOf(error)));
  }
}

/** What a page opens with where its address asks for nothing. */
function firstHash(published: Published | null): string {
  return published?.story ? `#story=${published.story}/1` : '';
}

/** Opens files of incidents, and projects. */
export async function openFiles(app: AppState, files: Iterable<File>): Promise<void> {
  app.importing.clear();
  const before = app.data.datasets.map(({ id }) => id);
  const reading: Promise<void>[] = [];
  let stories = 0;
  for (const file of files) {
    if (await isStoryFile(file)) {
      app.stories.take(file);
      stories++;
      continue;
    }
    // one that cannot be read is no project: to read it says why
    if (!(await isProject(file).catch(() => false))) {
      reading.push(app.importing.open([{ file, choices: {}, as: null }]));
      continue;
    }
    await openProject(app, file).catch((error: unknown) => {
      app.notices.say(`not-opened ${file.name}`, DATA.failed(file.name, messageOf(error)));
    });
  }
  if (stories > 0 && reading.length === 0 && app.view.panel === 'data') app.view.panel = null;
  if (reading.length === 0) return;
  await Promise.all(reading);
  tellUnseen(
    app,
    app.data.datasets.filter(({ id }) => !before.includes(id)),
  );
}
