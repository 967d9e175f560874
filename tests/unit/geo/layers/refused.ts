import { SourceError, type Where } from '../../../../geo/model/errors.ts';

/** Where something is refused, or that it is taken. */
export function whereOf(run: () => unknown): Where | 'taken' {
  try {
    run();
  } catch (error) {
    if (error instanceof SourceError) return error.where;
    throw error;
  }
  return 'taken';
}
