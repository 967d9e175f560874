import { DATA } from '../text/data.ts';
import { watchSilence, type Alive } from './silence.ts';

/** What a worker answers that cannot do what it was asked. */
export interface Failed {
  kind: 'failed';
  reason: string;
}

/** Asks a worker one question and ends it; rejects with an Error where it fails. `onShare` hears how much is done, of 1, where the worker tells. */
export function askOnce<A extends { kind: string }>(
  worker: Worker,
  request: unknown,
  onShare?: (share: number) => void,
): Promise<Exclude<A, Failed>> {
  return ask<A>(worker, request, [], onShare).finally(() => worker.terminate());
}

/** Asks a worker that is waiting for a question; rejects with an Error where it fails, or says nothing for too long. */
export function ask<A extends { kind: string }>(
  worker: Worker,
  request: unknown,
  transfer: Transferable[] = [],
  onShare?: (share: number) => void,
): Promise<Exclude<A, Failed>> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      watch.end();
      reject(new Error(reason));
    };
    const watch = watchSilence(() => fail(DATA.partSilent));
    worker.onmessage = ({ data }: MessageEvent<A | Failed | Alive>) => {
      if (isAlive(data)) {
        watch.hear();
        if (data.share !== undefined) onShare?.(data.share);
        return;
      }
      if (isFailed(data)) return fail(data.reason);
      watch.end();
      resolve(data as Exclude<A, Failed>);
    };
    // a worker whose file cannot be loaded ends without a word
    worker.onerror = ({ message }) => fail(message || DATA.partNotLoaded);
    worker.postMessage(request, transfer);
  });
}

function isAlive(answer: { kind: string }): answer is Alive {
  return answer.kind === 'alive';
}

function isFailed(answer: { kind: string }): answer is Failed {
  return answer.kind === 'failed';
}
