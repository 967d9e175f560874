import { freed, isNumbers } from '../../geo/store/resize.ts';
import { buffersOf } from '../../geo/store/rows.ts';
import { keepPart, keptContent, type Content } from './kept-database.ts';
import { messageOf } from '../../geo/model/errors.ts';
import type { Failed } from './ask.ts';

/** What the page asks: to keep a part of a dataset, or for all that was kept of it. */
export type KeptRequest = { kind: 'keep'; id: string; path: string; part: unknown } | { kind: 'restore'; id: string };

export type KeptMessage = { kind: 'kept' } | { kind: 'content'; content: Content } | Failed;

self.onmessage = ({ data }: MessageEvent<KeptRequest>) => {
  void answer(data).catch((error: unknown) => tell({ kind: 'failed', reason: messageOf(error) }));
};

async function answer(request: KeptRequest): Promise<void> {
  if (request.kind === 'keep') {
    await keepPart(request.id, request.path, request.part);
    if (isNumbers(request.part)) freed(request.part);
    return tell({ kind: 'kept' });
  }
  const content = await keptContent(request.id);
  tell({ kind: 'content', content }, buffersOf(content.rows));
}

function tell(message: KeptMessage, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
