import type { Session } from './session.ts';

/** A browser that runs. */
export interface Engine {
  session: Session;
  /** The errors that its console has told so far. */
  complaints: () => Promise<readonly string[]>;
  end: () => Promise<void>;
}
