import { PROJECT_FILE, type Project } from '../../geo/model/project.ts';
import type { PackedDataset, ProjectMessage, ProjectRequest } from '../workers/project.ts';
import { askOnce, type Failed } from '../workers/ask.ts';
import ProjectWorker from '../workers/project.ts?worker';
import { readAddress } from './address.svelte.ts';
import type { AppState } from './app.svelte.ts';
import { OWN } from './data.svelte.ts';
import { encodeView } from './permalink.ts';

/** The datasets and the view as one file, for another day or another machine. */
export async function packProject(app: AppState): Promise<Blob> {
  const { data } = app;
  const packed = data.datasets.flatMap(({ store, report, name, licence, on }, i) => {
    if (!report || !store.raw) return [];
    const { layout } = report;
    const file = `datasets/${i}.${layout.header === null ? 'geojson' : 'csv'}`;
    const entry = { file, name, licence, on, mapping: layout.mapping };
    return [{ entry, dataset: { file, layout, raw: store.raw } satisfies PackedDataset }];
  });
  const project: Project = {
    app: 'durand-map',
    version: 1,
    made: new Date().toISOString(),
    view: encodeView(app),
    own: data.datasets.some(({ id, on }) => id === OWN && on),
    datasets: packed.map(({ entry }) => ({ ...entry, mapping: entry.mapping && { ...entry.mapping } })),
  };
  const answer = await ask({ kind: 'pack', project, datasets: packed.map(({ dataset }) => dataset) });
  if (answer.kind !== 'packed') throw new Error('The project was not packed.');
  return answer.blob;
}

/** A zip whose first file is a project's: told from its first bytes, whatever its name. */
export async function isProject(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 30 + PROJECT_FILE.length).arrayBuffer());
  // the signature of a zip's first entry, and its name after thirty bytes (APPNOTE.TXT 4.3.7)
  return new TextDecoder().decode(head.subarray(0, 4)) === 'PK\u0003\u0004' && nameIn(head) === PROJECT_FILE;
}

const nameIn = (head: Uint8Array): string => new TextDecoder().decode(head.subarray(30));

/** Adds a project's datasets to those that are there, and shows its view; nothing, where the reader gives it up. Throws an Error that says what is wrong with the file. */
export async function openProject(app: AppState, file: File): Promise<void> {
  const answer = await app.importing.unpack(file, (onShare, signal) => {
    const worker = new ProjectWorker();
    const ended = new Promise<null>((resolve) => {
      signal.addEventListener('abort', () => {
        worker.terminate();
        resolve(null);
      });
    });
    return Promise.race([ended, ask({ kind: 'open', file }, worker, onShare)]);
  });
  if (answer === null) return; // given up
  if (answer.kind !== 'opened') throw new Error('The project was not opened.');
  const { project, files } = answer;
  await app.importing.open(
    project.datasets.map(({ name, licence, on, mapping }, i) => ({
      file: files[i],
      choices: { mapping: mapping ?? undefined },
      as: { name, licence, on },
    })),
  );
  await app.setDatasets(app.data.datasets.map((each) => (each.id === OWN ? { ...each, on: project.own } : each)));
  readAddress(app, `#${project.view}`);
}

function ask(
  request: ProjectRequest,
  worker = new ProjectWorker(),
  onShare?: (share: number) => void,
): Promise<Exclude<ProjectMessage, Failed>> {
  return askOnce<ProjectMessage>(worker, request, onShare);
}
