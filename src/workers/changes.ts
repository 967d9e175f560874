import '../no-eval.ts';
import { messageOf } from '../../geo/model/errors.ts';
import { changesIn, type WeeklyChange, type Weeks } from '../../geo/views/changes.ts';
import type { Failed } from './ask.ts';

/** What the page is told. */
export type ChangesMessage = { kind: 'changes'; changes: WeeklyChange[] } | Failed;

self.onmessage = ({ data }: MessageEvent<readonly Weeks[]>) => {
  try {
    tell({ kind: 'changes', changes: changesIn(data) });
  } catch (error) {
    tell({ kind: 'failed', reason: messageOf(error) });
  }
};

function tell(message: ChangesMessage): void {
  self.postMessage(message);
}
