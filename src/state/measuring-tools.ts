import { createGround, createMeasure } from '../../geo/ground/measure.ts';
import { looksSwapped } from '../../geo/ground/swapped.ts';
import { gradeInterval } from '../../geo/ground/uncertainty.ts';
import { legsKm } from '../../geo/line/between.ts';

/** What measures on the ground. It is fetched with the panel that shows what is measured. */
export const MEASURING_TOOLS = { createGround, createMeasure, gradeInterval, legsKm, looksSwapped };
export type MeasuringTools = typeof MEASURING_TOOLS;
