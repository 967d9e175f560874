import { escapedHtml, jsonInHtml } from '../../html.ts';

/** What a built page is made into for a site. */
export interface SitePage {
  title: string;
  /** what search engines show of it */
  description: string;
  /** its layers' files by their names */
  files: Readonly<Record<string, string>>;
}

const LIST = /(<script type="application\/json" id="layer-files">)(.*?)(<\/script>)/s;
const TITLE = /(<title>)(.*?)(<\/title>)/s;
const DESCRIPTION = /(<meta\s+name="description"\s+content=")([^"]*)(")/;
const LAYER = /\.\/layers\/([^"]+)/g;

/** The layers' files by their names, as a built page lists them; `null` where it is no built page. */
export function layersOf(html: string): Record<string, string> | null {
  const list = LIST.exec(html)?.[2];
  // written by the build
  return list === undefined ? null : (JSON.parse(list) as Record<string, string>);
}

/** A built page with other layers, and a title of its own. */
export function sitePage(html: string, { title, description, files }: SitePage): string {
  const names = new Map(Object.entries(layersOf(html) ?? {}).map(([name, file]) => [file, name]));
  const put = (text: string, pattern: RegExp, value: string) =>
    text.replace(pattern, (_, before: string, __, after: string) => before + value + after);
  const named = html.replaceAll(LAYER, (whole, file: string) => {
    const name = names.get(file);
    return name !== undefined && Object.hasOwn(files, name) ? `./layers/${files[name]}` : whole;
  });
  const titled = put(put(named, TITLE, escapedHtml(title)), DESCRIPTION, escapedHtml(description));
  return put(titled, LIST, jsonInHtml(files));
}

/** The same page as map and timeline alone, for the frames of other pages. */
export function embedPage(html: string): string {
  return html.replace('<html ', '<html data-embed ');
}
