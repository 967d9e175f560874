import type { Feature } from 'geojson';
import type { JsonFlaw } from './json-elements.ts';
import { createXmlReader, PREFIX, withoutEntities, type XmlElement } from './xml-elements.ts';

/** The elements that features are made of. */
const NAMES = { kml: ['Placemark'], gpx: ['wpt', 'trk', 'rte'] } as const;
/** The namespaces of the prefixes that such files use, for one that uses them without a word. */
const KNOWN_NAMESPACES: Readonly<Record<string, string>> = {
  gx: 'http://www.google.com/kml/ext/2.2',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};
/** A tag with more text is not read: what reads it takes time by the square of its attributes. */
const LONGEST_TAG = 20_000;

/** Of an element that could not be made into GeoJSON: it is no XML, or has no place. */
export type MadeFlaw = 'xml' | 'place';

/** An element of GeoJSON, or one that could not be read or made into such. */
export interface MadeElement {
  index: number;
  raw: string;
  flaw: JsonFlaw | MadeFlaw | null;
}

const ROOT = new RegExp(`<(?:${PREFIX}:)?(kml|gpx)[\\s>]`, 'i');

/** KML or GPX, by the root of an XML text. */
export function xmlKindOf(sample: string): keyof typeof NAMES | null {
  const root = ROOT.exec(sample)?.[1]?.toLowerCase();
  if (root === 'kml' || root === 'gpx') return root;
  return null;
}

const LINK = new RegExp(`<(?:${PREFIX}:)?NetworkLink[\\s>]`);
const ADDRESS = new RegExp(`<(?:${PREFIX}:)?href>(?:<!\\[CDATA\\[)?([^<\\]]*)`);

/** The address of the map elsewhere that a KML links to, by its beginning; `null` where it links to none. */
export function linkIn(sample: string): string | null {
  const at = sample.search(LINK);
  const match = at < 0 ? null : ADDRESS.exec(sample.slice(at));
  return match && withoutEntities(match[1].trim());
}

/**
 * The features of a KML or GPX text in chunks, in GeoJSON as @tmcw/togeojson makes it. Each element is parsed for itself,
 * so that a broken one spoils no other and a large file is never held whole.
 */
export async function* readXmlFeatures(
  chunks: AsyncIterable<string>,
  kind: keyof typeof NAMES,
): AsyncGenerator<MadeElement[]> {
  const [{ DOMParser, onErrorStopParsing }, togeojson] = await Promise.all([
    import('@xmldom/xmldom'),
    import('@tmcw/togeojson'),
  ]);
  const reader = createXmlReader(NAMES[kind], kind);
  const parser = new DOMParser({ onError: onErrorStopParsing, locator: false });
  let index = 0;
  let namespaces: Readonly<Record<string, string>> | null = null;

  function made({ raw, flaw, root }: XmlElement): MadeElement[] {
    if (flaw) return [{ index: index++, raw, flaw }];
    try {
      const bare = bareElement(raw);
      if (bare === null) return [{ index: index++, raw, flaw: 'xml' }];
      namespaces ??= namespacesIn(root);
      const text = `<${kind}${declarations(bare, namespaces)}>${bare}</${kind}>`;
      const features: Feature[] = togeojson[kind](parser.parseFromString(text, 'text/xml')).features as Feature[];
      if (features.length === 0) return [{ index: index++, raw, flaw: 'place' }];
      return features.map((feature) => ({ index: index++, raw: JSON.stringify(feature), flaw: null }));
    } catch {
      return [{ index: index++, raw, flaw: 'xml' }];
    }
  }

  for await (const chunk of chunks) {
    const elements = reader.feed(chunk, false);
    if (elements.length > 0) yield elements.flatMap(made);
  }
  const last = reader.feed('', true);
  if (last.length > 0) yield last.flatMap(made);
}

/** Comments and CDATA, in which nothing is a tag, and tags with what stands in quotes in them. */
const TAGS = new RegExp(
  `<!--[^]*?-->|<!\\[CDATA\\[[^]*?\\]\\]>|<(/?)(?:(${PREFIX}):)?([^\\s<>"'/]+(?:[^<>"']|"[^"]*"|'[^']*')*>)`,
  'g',
);

/**
 * An element without comments and without its own prefix (`ns0:Placemark`, as Python writes it), by which what makes
 * features knows nothing; `null` where a tag is too long to be read.
 */
function bareElement(raw: string): string | null {
  const own = OWN_PREFIX.exec(raw)?.[1];
  let isTooLong = false;
  const bare = raw.replace(TAGS, (whole: string, slash?: string, prefix?: string, rest?: string) => {
    if (whole.startsWith('<!--')) return '';
    if (whole.length > LONGEST_TAG && !whole.startsWith('<!')) isTooLong = true;
    return prefix !== undefined && prefix === own ? `<${slash ?? ''}${rest ?? ''}` : whole;
  });
  return isTooLong ? null : bare;
}

const OWN_PREFIX = new RegExp(`^<(${PREFIX}):`);
const NAMESPACE = new RegExp(`\\sxmlns:(${PREFIX})\\s*=\\s*("[^"<&]*"|'[^'<&]*')`, 'g');

/** The namespaces that a root declares, by prefix, each in its quotes. */
function namespacesIn(root: string): Readonly<Record<string, string>> {
  const quoted = Object.entries(KNOWN_NAMESPACES).map(([prefix, name]): [string, string] => [prefix, `"${name}"`]);
  const declared = Array.from(root.matchAll(NAMESPACE), ([, prefix, name]): [string, string] => [prefix, name]);
  return Object.fromEntries([...quoted, ...declared]);
}

const USED = new RegExp(`(?:</?|\\s)(${PREFIX}):`, 'g');

/** The declarations that an element needs; those that it does not use would have to be read with each element again. */
function declarations(element: string, namespaces: Readonly<Record<string, string>>): string {
  const used = new Set(Array.from(element.matchAll(USED), ([, prefix]) => prefix));
  return [...used]
    .filter((prefix) => Object.hasOwn(namespaces, prefix))
    .map((prefix) => ` xmlns:${prefix}=${namespaces[prefix]}`)
    .join('');
}
