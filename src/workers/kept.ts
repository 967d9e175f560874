import { buffersOf } from '../../geo/store/rows.ts';
import { keptContent, type Content } from '../state/kept.ts';
import { messageOf } from '../../geo/model/errors.ts';
import type { Failed } from './ask.ts';

/** What the page is told of the dataset whose id it asked for. */
export type KeptMessage = { kind: 'content'; content: Content } | Failed;

self.onmessage = ({ data: id }: MessageEvent<string>) => {
  void keptContent(id).then(
    (content) => {
      self.postMessage({ kind: 'content', content } satisfies KeptMessage, { transfer: buffersOf(content.rows) });
    },
    (error: unknown) => {
      self.postMessage({ kind: 'failed', reason: messageOf(error) } satisfies KeptMessage);
    },
  );
};
