import '../no-eval.ts';
import { pairsIn } from '../../geo/store/find-pairs.ts';
import type { PairedColumns, Pairs } from '../../geo/store/pairs.ts';
import { messageOf } from '../../geo/model/errors.ts';
import { atOnce } from '../../geo/next-task.ts';
import { sayAlive } from './alive.ts';
import type { Failed } from './ask.ts';

/** What the page is told. */
export type PairsMessage = { kind: 'pairs'; pairs: Pairs } | Failed;

self.onmessage = ({ data }: MessageEvent<PairedColumns>) => {
  try {
    const pairs = atOnce(pairsIn(data), sayAlive);
    tell({ kind: 'pairs', pairs }, [pairs.earlier.buffer as ArrayBuffer, pairs.later.buffer as ArrayBuffer]);
  } catch (error) {
    tell({ kind: 'failed', reason: messageOf(error) });
  }
};

function tell(message: PairsMessage, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
