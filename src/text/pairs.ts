import { counted } from './numbers.ts';

/** What stands for another row in words. */
interface OtherRow {
  title: string;
  when: string;
  killed: string;
  dataset: string;
}

/** The words of pairs: rows of two datasets that are probably of one event. */
export const PAIRS = {
  found: ({ count, name }: { count: number; name: string }) =>
    counted(
      count,
      {
        one: '{count} of these is probably in {name} too.',
        other: '{count} of these are probably in {name} too.',
      },
      { name },
    ),
  heading: 'In two datasets',
  looking: 'Looking for events that are in two datasets…',
  none: 'No event is probably in two of the datasets that are shown.',
  failed: (reason: string) => `Events that are in two datasets could not be looked for. ${reason}`,
  once: 'Count such pairs once',
  onceHelp:
    'Of each pair the row counts whose dataset is higher in the list. The other is left out of map, list and figures, and of what is saved as shown; nothing is merged.',
  only: 'Show only such pairs',
  rule: 'Taken for one event: a day apart at most, no farther apart than their places are known to, and like numbers of killed.',
  /** Of an incident. */
  same: 'Probably the same event',
  other: ({ title, when, killed, dataset }: OtherRow) => `${title} (${dataset}): ${when}, killed: ${killed}`,
  leftOut: ({ name }: { name: string }) => `Pairs are counted once, by the row of ${name}.`,
  /** After a number of incidents. */
  counted: 'Pairs of one event are counted once.',
} as const;
