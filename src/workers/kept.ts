import '../no-eval.ts';
import { freed, isNumbers } from '../../geo/store/resize.ts';
import { buffersOf } from '../../geo/store/rows.ts';
import { buffersOfTexts } from '../../geo/store/texts.ts';
import { keepParts, type Kept, type KeptPart } from './kept-database.ts';
import { keptDataset } from './kept-dataset.ts';
import { messageOf } from '../../geo/model/errors.ts';
import type { Failed } from './ask.ts';

/** What the page asks: to keep parts of a dataset's content, or for all that was kept of a dataset. */
export type KeptRequest =
  { kind: 'keep'; content: string; parts: readonly KeptPart[] } | { kind: 'restore'; id: string; version: string };

export type KeptMessage = { kind: 'done' } | { kind: 'kept'; kept: Kept } | Failed;

self.onmessage = ({ data }: MessageEvent<KeptRequest>) => {
  void answer(data).catch((error: unknown) => tell({ kind: 'failed', reason: messageOf(error) || String(error) }));
};

async function answer(request: KeptRequest): Promise<void> {
  if (request.kind === 'keep') {
    await keepParts(request.content, request.parts);
    for (const [, part] of request.parts) if (isNumbers(part)) freed(part);
    return tell({ kind: 'done' });
  }
  const kept = await keptDataset(request.id, request.version);
  tell({ kind: 'kept', kept }, buffersIn(kept));
}

function buffersIn(kept: Kept): ArrayBuffer[] {
  if (kept.kind === 'content') return buffersOf(kept.content.rows);
  return [kept.file.raw, kept.file.rejects.raw, kept.ids].flatMap(buffersOfTexts);
}

function tell(message: KeptMessage, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
