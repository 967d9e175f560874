import { DATA } from '../text/data.ts';

/** What a worker answers that cannot do what it was asked. */
export interface Failed {
  kind: 'failed';
  reason: string;
}

/** Asks a worker one question and ends it; rejects with an Error where it fails. */
export function askOnce<A extends { kind: string }>(worker: Worker, request: unknown): Promise<Exclude<A, Failed>> {
  return ask<A>(worker, request).finally(() => worker.terminate());
}

/** Asks a worker that is waiting for a question; rejects with an Error where it fails. */
export function ask<A extends { kind: string }>(
  worker: Worker,
  request: unknown,
  transfer: Transferable[] = [],
): Promise<Exclude<A, Failed>> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<A | Failed>) => {
      if (isFailed(data)) reject(new Error(data.reason));
      else resolve(data as Exclude<A, Failed>);
    };
    // a worker whose file cannot be loaded ends without a word
    worker.onerror = ({ message }) => reject(new Error(message || DATA.partNotLoaded));
    worker.postMessage(request, transfer);
  });
}

function isFailed(answer: { kind: string }): answer is Failed {
  return answer.kind === 'failed';
}
