import { memoised } from '../memo.ts';
/** An element of an XML text; where it has a flaw, its text as far as it is kept. */
export interface XmlElement {
  index: number;
  raw: string;
  flaw: 'length' | 'end' | null;
  /** The start tag of the root under which it stands, '' for none. */
  root: string;
}

/** Longer elements are flawed and not read; about as much text is held. */
export const LONGEST_XML = 4_000_000;
/** No tag's beginning is longer: so much of the end of a text may be the first part of one. */
const LONGEST_TAG = 64;
/** What may stand before a colon in a name. */
export const PREFIX = '[\\w.-]{1,40}';

/**
 * The elements of some names (a KML's placemarks, a GPX's points, tracks and routes; none holds one of its own kind)
 * from an XML text that is handed in piece by piece, the last with `final`. What stands in comments and CDATA is no tag.
 * Names may have a prefix. A text may have several roots, one after the other, as a workbook has sheets.
 */
export function createXmlReader(
  names: readonly string[],
  rootName: string,
): {
  feed: (chunk: string, final: boolean) => XmlElement[];
} {
  const next = new RegExp(`<!--|<!\\[CDATA\\[|</?(?:${PREFIX}:)?(${[...names, rootName].join('|')})(?=[\\s/>])`, 'g');
  let pending = '';
  /** where to look on */
  let at = 0;
  /** The element that has begun, and where. */
  let open: { name: string; from: number } | null = null;
  let index = 0;
  let root = '';

  function feed(chunk: string, final: boolean): XmlElement[] {
    pending += chunk;
    const elements: XmlElement[] = [];
    while (step(elements)) {
      // until there is no more to be found in this text
    }
    const isTooLong = pending.length - (open?.from ?? at) > 2 * LONGEST_XML;
    if (open && (final || isTooLong)) give(elements, pending.length, final ? 'end' : 'length');
    // a comment without end is let go as well
    if (isTooLong) at = pending.length;
    const kept = open?.from ?? at;
    pending = pending.slice(kept);
    at -= kept;
    if (open) open.from = 0;
    return elements;
  }

  /** Takes the next tag or section. False where there is none that is whole. */
  function step(elements: XmlElement[]): boolean {
    next.lastIndex = at;
    const match = next.exec(pending);
    if (!match) {
      at = Math.max(at, pending.length - LONGEST_TAG);
      return false;
    }
    const [tag, name] = match;
    const ending = tag === '<!--' ? '-->' : tag.startsWith('<!') ? ']]>' : '>';
    const end = pending.indexOf(ending, next.lastIndex);
    at = match.index;
    if (end < 0) return false;
    if (name === rootName) {
      at = end + 1;
      if (!open && !tag.startsWith('</')) root = pending.slice(match.index, at);
      return true;
    }
    const isStart = !tag.startsWith('</') && !tag.startsWith('<!');
    if (isStart && !open) open = { name: tag.slice(1), from: match.index };
    at = end + ending.length;
    const isWhole = isStart && pending.charAt(end - 1) === '/';
    if (open && (tag === `</${open.name}` || (isWhole && open.from === match.index))) give(elements, at, null);
    return true;
  }

  function give(elements: XmlElement[], to: number, flaw: XmlElement['flaw']): void {
    if (!open) return;
    const raw = pending.slice(open.from, Math.min(to, open.from + LONGEST_XML));
    elements.push({ index: index++, raw, flaw: flaw ?? (to - open.from > LONGEST_XML ? 'length' : null), root });
    open = null;
  }

  return { feed };
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** A text of XML with its characters in place of their references; what is none is left as it is. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex?: string, number?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(NAMED_ENTITIES, name) ? NAMED_ENTITIES[name] : whole;
      const code = hex === undefined ? Number(number) : parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** An attribute of a tag, whatever its prefix. */
export function attributeIn(tag: string, name: string): string | null {
  const match = attributePattern(name).exec(tag);
  return match && withoutEntities(match[1] ?? match[2] ?? '');
}

const attributePattern = memoised((name) => new RegExp(`\\s(?:${PREFIX}:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`));
