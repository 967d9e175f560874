import { dayOf, formatDay } from './day.ts';

/** The Taliban hold the government in Kabul from this day on, for the second time. */
export const KABUL_TAKEN = dayOf(2021, 8, 15);

/** When the Taliban held the government in Kabul: its forces and officials are the Emirate's then, and the Republic's (or its predecessors') else. */
const EMIRATE_RULES: readonly { from: string; until: string }[] = [
  // Kabul taken, Kabul left
  { from: '1996-09-27', until: '2001-11-13' },
  { from: formatDay(KABUL_TAKEN), until: '9999-12-31' },
];

/** Whether the Taliban held the government of Afghanistan on a day, `YYYY-MM-DD`. */
export function isEmirateOn(day: string): boolean {
  return EMIRATE_RULES.some(({ from, until }) => day >= from && day <= until);
}
