import { partsOf, type Day } from '../../geo/model/day.ts';
import { STEP_DAYS } from '../../geo/time/bins.ts';
import { addSteps, daysIn, startOfStep, type Step, type Window } from '../../geo/time/window.ts';
import { tickText } from '../text/dates.ts';

/** Days along a width in pixels. The first day begins at 0, the last ends at `width`. */
export interface TimeScale {
  width: number;
  /** Where a day begins. */
  x(day: Day): number;
  /** The day under a place, inside the extent. */
  day(x: number): Day;
  /** The time at a place, in days with their parts; outside the extent too. */
  time(x: number): number;
}

/** The scale of an extent on a width in pixels. */
export function timeScale(extent: Window, width: number): TimeScale {
  const days = daysIn(extent);
  const time = (x: number) => extent.start + (width > 0 ? x / width : 0) * days;
  return {
    width,
    x: (day) => ((day - extent.start) / days) * width,
    day: (x) => Math.min(Math.max(Math.floor(time(x)), extent.start), extent.end),
    time,
  };
}

/** Where a day, month or year begins on an axis. */
export interface TimeTick {
  day: Day;
  x: number;
  /** `null` where there is no room for it */
  label: string | null;
}

interface Spacing {
  step: Step;
  every: number;
}

const SPACINGS: readonly Spacing[] = [
  { step: 'day', every: 1 },
  { step: 'day', every: 2 },
  { step: 'week', every: 1 },
  { step: 'month', every: 1 },
  { step: 'quarter', every: 1 },
  ...[1, 2, 5, 10, 25, 50, 100].map((every): Spacing => ({ step: 'year', every })),
];
/** Room for the short label of each step, with what stands free after it. */
const ROOM: Readonly<Record<Step, number>> = { day: 50, week: 50, month: 36, quarter: 36, year: 44 };
/** Mean width of a letter, and what a label keeps free. */
const [LETTER, GAP] = [6.2, 7];
/** How far the last label may reach past the end. */
const OVERHANG = 26;

/** Ticks along an axis, as close as their labels have room. The first label names the year, and so does each new year. */
export function timeTicks(axis: Window, scale: TimeScale): TimeTick[] {
  const perDay = scale.width / daysIn(axis);
  const spacing =
    SPACINGS.find(({ step, every }) => STEP_DAYS[step] * every * perDay >= ROOM[step]) ?? SPACINGS[SPACINGS.length - 1];
  let [free, year] = [0, NaN];
  const ticks = daysOf(axis, spacing).map((day): TimeTick => {
    const x = scale.x(day);
    const isNew = partsOf(day).year !== year;
    const text = tickText(day, spacing.step, isNew);
    const width = text.length * LETTER + GAP;
    if (x < free || x + width > scale.width + OVERHANG) return { day, x, label: null };
    [free, year] = [x + width, partsOf(day).year];
    return { day, x, label: text };
  });
  if (ticks.some(({ label }) => label !== null)) return ticks;
  const first: TimeTick = { day: axis.start, x: 0, label: tickText(axis.start, spacing.step, true) };
  return [first, ...ticks.filter(({ day }) => day !== axis.start)];
}

/** The days of an axis on which a step begins: every so many of them, at round years. */
function daysOf({ start, end }: Window, { step, every }: Spacing): Day[] {
  const days: Day[] = [];
  const isRound = (day: Day) => (step === 'year' ? partsOf(day).year : day) % every === 0;
  for (let day = startOfStep(start, step); day <= end; day = addSteps(day, step, 1))
    if (day >= start && (every === 1 || isRound(day))) days.push(day);
  return days;
}
