import { nextTask } from '../../../geo/next-task.ts';
import type { ExportFormat } from '../../../geo/export/writers.ts';
import type { Provenance } from '../../../geo/export/provenance.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { MAP } from '../../text/map.ts';
import { shownText } from '../../state/shown-text.ts';
import { saveFile } from '../../state/save.ts';

/** So many rows are written before the page may answer. */
const CHUNK = 1000;

/** What is saved: the incidents on show, or all of the datasets that are switched on. */
export type Scope = 'shown' | 'all';

/** Saves incidents as a file, with where they come from. */
export async function saveIncidents(app: AppState, format: ExportFormat, scope: Scope): Promise<void> {
  const { WRITERS } = await import('../../../geo/export/writers.ts');
  const writer = WRITERS[format];
  const { store, shown, later } = app.data;
  // a file without claims and sources would be less than what it says
  if (app.data.hasOwn) await later.details.ask();
  const rows = scope === 'shown' ? app.figures.rows : Uint32Array.from({ length: store.size }, (_, row) => row);
  const made = new Date().toISOString();
  const provenance = provenanceOf(app, scope, made);
  const parts = [writer.head(provenance)];
  for (let from = 0; from < rows.length; from += CHUNK) {
    if (from > 0) await nextTask();
    let text = '';
    for (let i = from; i < Math.min(from + CHUNK, rows.length); i++) {
      const { name, licence } = shown[store.columns.dataset[rows[i]]];
      text += writer.line({ incident: store.row(rows[i]), dataset: { name, licence } }, i === 0, provenance);
    }
    parts.push(text);
  }
  parts.push(writer.end);
  saveFile(`durand-map-${made.slice(0, 10)}.${writer.extension}`, new Blob(parts, { type: writer.type }));
}

function provenanceOf(app: AppState, scope: Scope, made: string): Provenance {
  return {
    made,
    shown: scope === 'shown' ? shownText(app) : null,
    datasets: app.data.shown.map(({ name, licence }) => ({ name, licence })),
    attribution: [MAP.attribution],
  };
}
