import type { Census, CensusArea, UndatedRecord } from '../model/census.ts';
import { parseDay, type Day } from '../model/day.ts';
import type { Measure } from '../store/count.ts';
import { addSteps, endOfStep, startOfStep, STEP_MONTHS, type Step, type Window } from '../time/window.ts';

/** All areas together, and no census at all: what can be chosen beside one area by its name. */
export const ALL_AREAS = 'all';
export const NO_CENSUS = 'off';

/** What a census counts in a step of time; both ends included. */
export interface CensusStep {
  start: Day;
  end: Day;
  events: number;
  best: number;
  /** `null` where the census gives its best estimates alone */
  low: number | null;
  high: number | null;
}

/** The first day of a month of the calendar, `YYYY-MM`. Day 0 for any other text, which no census holds. */
export function firstDayOf(month: string): Day {
  return parseDay(`${month}-01`) ?? 0;
}

/** First and last day of a census. */
export function censusDays({ first, last }: Census): Window {
  return { start: firstDayOf(first), end: endOfStep(firstDayOf(last), 'month') };
}

/** An area of a census by its name, or all of them together; `null` where there is none of that name. */
export function areaOf({ areas }: Census, name: string): CensusArea | null {
  if (name !== ALL_AREAS) return areas.find(({ area }) => area === name) ?? null;
  const added = (lists: readonly (readonly number[] | null)[]) =>
    lists.includes(null)
      ? null
      : (lists[0] ?? []).map((_, i) => lists.reduce((sum, list) => sum + (list?.[i] ?? 0), 0));
  return {
    area: ALL_AREAS,
    events: added(areas.map(({ events }) => events)) ?? [],
    best: added(areas.map(({ best }) => best)) ?? [],
    low: added(areas.map(({ low }) => low)),
    high: added(areas.map(({ high }) => high)),
  };
}

/** What an area's census leaves undated. */
export function undatedOf({ undated }: Census, name: string): UndatedRecord[] {
  return undated.filter(({ area }) => name === ALL_AREAS || area === name);
}

/** The census of an area in steps of time; none is finer than a month, which is as fine as it is. */
export function censusSteps({ first }: Census, area: CensusArea, step: Step): CensusStep[] {
  const width: Step = STEP_MONTHS[step] > 0 ? step : 'month';
  const from = firstDayOf(first);
  const steps: CensusStep[] = [];
  area.events.forEach((events, i) => {
    const month = addSteps(from, 'month', i);
    const start = startOfStep(month, width);
    let last = steps.at(-1);
    if (last?.start !== start) {
      const range = { low: area.low && 0, high: area.high && 0 };
      steps.push((last = { start, end: endOfStep(month, width), events: 0, best: 0, ...range }));
    }
    last.events += events;
    last.best += area.best[i];
    if (last.low !== null) last.low += area.low?.[i] ?? 0;
    if (last.high !== null) last.high += area.high?.[i] ?? 0;
  });
  return steps;
}

/** All steps as one. */
export function sumOfSteps(steps: readonly CensusStep[]): Omit<CensusStep, 'start' | 'end'> {
  const sum = (of: (step: CensusStep) => number | null) =>
    steps.reduce<number | null>((total, step) => {
      const value = of(step);
      return total === null || value === null ? null : total + value;
    }, 0);
  return {
    events: sum(({ events }) => events) ?? 0,
    best: sum(({ best }) => best) ?? 0,
    low: sum(({ low }) => low),
    high: sum(({ high }) => high),
  };
}

/** Events where incidents are shown, else deaths. */
export function figureOf(step: Pick<CensusStep, 'events' | 'best'>, measure: Measure): number {
  return measure === 'incidents' ? step.events : step.best;
}

/** The highest figure of the steps that lie on the axis; 0 where none does. */
export function highestStep(steps: readonly CensusStep[], measure: Measure, axis: Window): number {
  const seen = steps.filter(({ start, end }) => start <= axis.end && end >= axis.start);
  return Math.max(0, ...seen.map((step) => figureOf(step, measure)));
}
