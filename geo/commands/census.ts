import { censusLayer } from '../layers/census.ts';
import type { Census } from '../model/census.ts';
import { sourceText } from './source.ts';

/** The census, from the committed sources: no build is needed. Throws a `SourceError` for a bad one. */
export function readCensus(): Census {
  return censusLayer({ months: sourceText('monthly-totals.csv'), undated: sourceText('monthly-undated.csv') });
}
