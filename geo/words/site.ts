import { codeInMarkdown, inMarkdown } from './markdown.ts';

/** What the README of a published site tells. */
export interface SiteReadme {
  title: string;
  licence: string;
  file: string;
  format: string;
  made: string;
  read: number;
  accepted: number;
  rejected: number;
  figures: { incidents: number; first: string; last: string; killed: number; unknown: number };
  /** the title of the story that it opens with */
  story: string | null;
  allowsFrames: boolean;
  policy: string;
  /** of the other layers */
  sources: readonly { title: string; attribution: string; licence: string }[];
}

/** The licence that stands where none was named, by the format of the file. */
export function assumedLicence(format: string): string {
  return format === 'ucdp' ? 'UCDP, CC BY 4.0' : 'not stated by whoever made this site';
}

/** What the terms of a dataset have to do with a site of its rows; `null` where nothing is known of them. */
export function termsText(format: string): string | null {
  const name = { acled: 'ACLED', gtd: 'GTD' }[format];
  return name === undefined
    ? null
    : `The terms of ${name} limit who may pass on its rows: see that you may before you put the site on the web.`;
}

/** The README of a published site, in Markdown. */
export function siteReadme(values: SiteReadme): string {
  const { title, licence, file, format, made, read, accepted, rejected, figures, story } = values;
  const terms = termsText(format);
  const unknown = figures.unknown > 0 ? `; not known for ${figures.unknown}` : '';
  return `# ${inMarkdown(title)}

A map with a timeline, made on ${made} with Durand Map (MIT licence, \`licenses.md\` has the notices of what it is made of).

## What it holds

- incidents: ${figures.incidents}, from ${figures.first} to ${figures.last}
- killed: ${figures.killed}, the best figures added up${unknown}
- data: ${codeInMarkdown(file)} (${format}): ${read} rows read, ${accepted} taken, ${rejected} rejected
- licence of the data: ${inMarkdown(licence)}
- story: ${story === null ? 'none' : inMarkdown(story)}

All that the page shows of an incident is in \`layers/\`, as GeoJSON and JSON, for anybody who has the address. Columns of the file that have no meaning here are not in it. The incidents were chosen by whoever made the site: Durand Map's own rule of selection is not theirs, and the page does not speak of it.${terms === null ? '' : `\n\n${terms}`}

Other layers, each under its own licence:

${values.sources.map((source) => `- ${source.title}: ${source.attribution} (${source.licence})`).join('\n')}

## Put it on the web

Copy this folder, whole, to any host of static files; nothing runs on the server, and the page asks no other host for anything. Where the code of Durand Map is, \`node scripts/serve.mjs --root FOLDER\` shows it on this machine. Opened from disk it shows nothing: browsers let no such page read its files.

What a visitor opens in the page stays in the visitor's browser.

## Show it in other pages

\`embed.html\`, or any address of the page with \`?embed=1\` before its \`#\`, shows map and timeline alone, with a link to the whole. “Copy embed code” in the page (Data, Save) gives the HTML for the view on show:

    <iframe src="https://YOUR.HOST/embed.html" title="…" width="100%" height="600" loading="lazy" style="border:0"></iframe>

Whether other pages may do so is for the host to say, with a response header; the policy that stands in the page itself cannot say it, as browsers ignore it there. ${
    values.allowsFrames
      ? 'This site was made with `--allow-frames`: all pages may.'
      : 'This site was made without `--allow-frames`: none may.'
  } The file \`_headers\` has the header, and hosts such as Netlify and Cloudflare Pages read it; to others give it by hand:

    Content-Security-Policy: ${values.policy}

A host that sends no such header lets every page show it in a frame. To allow frames put \`frame-ancestors *\`, or the addresses of those who may; to refuse them \`frame-ancestors 'none'\`.
`;
}
