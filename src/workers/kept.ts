import { buffersOf } from '../../geo/store/rows.ts';
import { keptContent, type Content } from '../state/kept.ts';

/** What the page is told of the dataset whose id it asked for. */
export type KeptMessage = { content: Content } | { problem: string };

self.onmessage = ({ data: id }: MessageEvent<string>) => {
  void keptContent(id).then(
    (content) => {
      self.postMessage({ content } satisfies KeptMessage, { transfer: buffersOf(content.rows) });
    },
    (error: unknown) => {
      self.postMessage({ problem: error instanceof Error ? error.message : String(error) } satisfies KeptMessage);
    },
  );
};
