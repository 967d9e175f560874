import '../no-eval.ts';
import { messageOf } from '../../geo/model/errors.ts';
import {
  createHotspots,
  type HotDistrict,
  type HotQuery,
  type HotRows,
  type Hotspots,
} from '../../geo/views/hotspots.ts';
import type { Failed } from './ask.ts';

/** What the page asks: first the rows of a store, then about them; a mask comes with the first question about it. */
export type HotspotsRequest =
  | { kind: 'rows'; rows: HotRows; districts: readonly HotDistrict[] }
  | { kind: 'find'; mask: Uint8Array | null; query: HotQuery };

/** What the page is told. */
export type HotspotsMessage = { kind: 'ready' } | { kind: 'found'; hotspots: Hotspots } | Failed;

let find: ReturnType<typeof createHotspots> | null = null;
let mask: Uint8Array | null = null;

self.onmessage = ({ data }: MessageEvent<HotspotsRequest>) => {
  try {
    tell(answerTo(data));
  } catch (error) {
    tell({ kind: 'failed', reason: messageOf(error) });
  }
};

function answerTo(request: HotspotsRequest): HotspotsMessage {
  if (request.kind === 'rows') {
    find = createHotspots(request.rows, request.districts);
    return { kind: 'ready' };
  }
  mask = request.mask ?? mask;
  if (!find || !mask) throw new Error('Hot spots were asked for before their incidents were sent.');
  return { kind: 'found', hotspots: find(mask, request.query) };
}

function tell(message: HotspotsMessage): void {
  self.postMessage(message);
}
