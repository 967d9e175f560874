import { listText } from './locale.ts';

/** The words of saving the page as one file. */
export const ONE_FILE = {
  save: 'Save as a page',
  help: 'One HTML file that opens from disk without a network: this view, its data and story, the timeline and all else.',
  sure: ({ names }: { names: readonly string[] }) =>
    `You have opened ${listText(names)}. Whoever gets the page gets all the data in it. Save your own files with it?`,
  withOwn: 'Save with my files',
  withoutOwn: 'Save without them',
  cancel: 'Cancel',
  title: ({ title, time }: Record<'title' | 'time', string>) => `${title}: ${time}`,
  noTemplate: 'What the page is saved from is not there. Build the page anew with “npm start”.',
  notHad: ({ address, why }: Record<'address' | 'why', string>) => `${address} could not be read: ${why}.`,
} as const;
