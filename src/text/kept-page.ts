/** The words about the page itself being kept in the browser. */
export const KEPT_PAGE = {
  newVersion: 'A new version is here.',
  loadIt: 'Load it',
  kept: 'The page itself is kept in this browser: it opens without a network. “Delete everything” deletes it too; it is kept again with your next visit.',
  notKept: 'The page itself is not kept in this browser: it needs the network to open.',
} as const;
