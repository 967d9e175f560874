/** The words of map and timeline alone, and of the code that shows them in another page. */
export const EMBED = {
  whole: ({ title }: { title: string }) => `Open in ${title}`,
  copy: 'Copy embed code',
  help: 'HTML that shows map and timeline of this view in another page, with a link to the whole. The host of this page must allow frames; your own files are not in it.',
  code: 'The embed code',
  title: ({ title, time }: Record<'title' | 'time', string>) => `${title}: ${time}`,
  copied: 'Copied.',
  notCopied: 'The browser does not allow copying. Copy it from here:',
} as const;
