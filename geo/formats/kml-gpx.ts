import type { Feature } from 'geojson';
import type { JsonFlaw } from './json-elements.ts';
import { createXmlReader, type XmlElement } from './xml-elements.ts';

/** The elements that features are made of. */
const NAMES = { kml: ['Placemark'], gpx: ['wpt', 'trk', 'rte'] } as const;
/** The prefixes that such files use, for one that uses them without a word. */
const ROOTS = {
  kml: '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
  gpx: '<gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
} as const;

/** Of an element that could not be made into GeoJSON: it is no XML, or has no place. */
export type MadeFlaw = 'xml' | 'place';

/** An element of GeoJSON, or one that could not be read or made into such. */
export interface MadeElement {
  index: number;
  raw: string;
  flaw: JsonFlaw | MadeFlaw | null;
}

/** KML or GPX, by the root of an XML text. */
export function xmlKindOf(sample: string): keyof typeof NAMES | null {
  const root = /<(?:\w+:)?(kml|gpx)[\s>]/i.exec(sample)?.[1]?.toLowerCase();
  if (root === 'kml' || root === 'gpx') return root;
  return null;
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
  const reader = createXmlReader(NAMES[kind]);
  const parser = new DOMParser({ onError: onErrorStopParsing, locator: false });
  let index = 0;

  function made({ raw, flaw }: XmlElement): MadeElement[] {
    if (flaw) return [{ index: index++, raw, flaw }];
    try {
      const root = reader.rootTag().replace(/\/>$/, '>') || ROOTS[kind];
      const name = /^<([\w:]+)/.exec(root)?.[1] ?? kind;
      const text = `${root}${raw}</${name}>`;
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
