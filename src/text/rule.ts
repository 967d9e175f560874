import { RULE, type LeftOut } from '../../geo/story/rule.ts';
import { dayText, yearText } from './dates.ts';
import { counted, countText } from './numbers.ts';

const fewerText = (count: number) =>
  counted(count, { one: '{count} incident with fewer killed', other: '{count} incidents with fewer killed' });
const unknownText = (count: number) =>
  counted(count, { one: '{count} whose killed are not known', other: '{count} whose killed are not known' });

/** The words of the rule that the page's incidents follow, and of what it makes comparable. */
export const RULE_WORDS = {
  title: 'What can be compared over time',
  button: '10 or more killed',
  ground: ({ year }: { year: string }) => `from ${year} a selection`,
  rule: ({ least, end }: Record<'least' | 'end', string>) =>
    `Up to ${end} the map holds every event in which UCDP counts ${least} or more killed in Khyber Pakhtunkhwa, the former FATA, Balochistan and Islamabad, from 2004 on, and notable others.`,
  selection: ({ year }: { year: string }) =>
    `From ${year}, and in Afghanistan throughout, it holds a selection: on that ground of the timeline, and against the years before, heights say what was selected. Neither is a census.`,
  comparable: ({ least, year }: Record<'least' | 'year', string>) =>
    `Incidents with ${least} or more killed can be compared from 2004 to ${year}.`,
  leavesOut: ({ fewer, unknown }: Record<'fewer' | 'unknown', string>) =>
    `Of the incidents in the time on show this leaves out ${fewer} and ${unknown}.`,
  counting:
    'UCDP counts attackers among the killed, this map’s figure of an attack does not: some events of the rule stand here with fewer, and are left out too.',
} as const;

const VALUES = { least: countText(RULE.leastKilled), end: dayText(RULE.lastDay), year: yearText(RULE.lastDay) };

/** The rule, and from when on there is none. */
export function ruleText(): { rule: string; selection: string; comparable: string } {
  return {
    rule: RULE_WORDS.rule(VALUES),
    selection: RULE_WORDS.selection({ year: yearText(RULE.lastDay + 1) }),
    comparable: RULE_WORDS.comparable(VALUES),
  };
}

/** What is written on the timeline's ground where the rule has ended. */
export function groundText(): string {
  return RULE_WORDS.ground({ year: yearText(RULE.lastDay + 1) });
}

/** What is left out where 10 or more killed are asked for. */
export function leftOutText({ fewer, unknown }: LeftOut): string {
  return RULE_WORDS.leavesOut({ fewer: fewerText(fewer), unknown: unknownText(unknown) });
}
