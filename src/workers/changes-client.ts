import type { WeeklyChange, Weeks } from '../../geo/views/changes.ts';
import { ask } from './ask.ts';
import type { ChangesMessage } from './changes.ts';

/** What asks a worker where weekly counts change. */
export interface ChangesClient {
  /** One question at a time is with the worker; `null` where a later one has come meanwhile. Rejects with an Error where the worker fails. */
  find(weeks: readonly Weeks[]): Promise<WeeklyChange[] | null>;
  /** Ends the worker; what was asked is not answered any more. */
  end(): void;
}

/** A client whose worker is started when it is first asked. */
export function createChangesClient(start: () => Worker): ChangesClient {
  let worker: Worker | null = null;
  let [last, busy] = [0, Promise.resolve()];

  function end(): void {
    last++;
    worker?.terminate();
    worker = null;
  }

  return {
    async find(weeks) {
      const question = ++last;
      await busy;
      if (question !== last) return null;
      worker ??= start();
      const answer = ask<ChangesMessage>(worker, weeks);
      const settled = () => undefined;
      busy = answer.then(settled, settled);
      try {
        const { changes } = await answer;
        return question === last ? changes : null;
      } catch (error) {
        if (question !== last) return null;
        end(); // the next question has a worker of its own
        throw error;
      }
    },
    end,
  };
}
