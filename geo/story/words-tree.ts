import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** What words may be made of. All else of Markdown, HTML among it, is the text that it is. */
export type WordsNode =
  | { kind: 'text' | 'code' | 'block-code'; text: string }
  | { kind: 'break' | 'rule' }
  | {
      kind: 'paragraph' | 'emphasis' | 'strong' | 'quote' | 'bullets' | 'numbers' | 'item' | 'heading';
      children: readonly WordsNode[];
    }
  | { kind: 'link'; href: string; children: readonly WordsNode[] };

/** Deeper nothing lies that is meant: it is shown as it is written. */
const DEEPEST = 12;

const KINDS = {
  paragraph: 'paragraph',
  emphasis: 'emphasis',
  strong: 'strong',
  blockquote: 'quote',
  listItem: 'item',
  heading: 'heading',
} as const;

/** The words of a step as a tree. */
export function wordsTree(markdown: string): WordsNode[] {
  const plain = (): WordsNode[] => [{ kind: 'paragraph', children: [{ kind: 'text', text: markdown }] }];
  // what nests so deep is no text, and a parser may not come back from it
  if (/(?:(?:[>[(*+_`!\\-]|\d+[.)])\s?){150}/.test(markdown)) return plain();
  const root = fromMarkdown(markdown);
  return childrenOf(root, markdown, 0);
}

function childrenOf({ children }: Parents, source: string, depth: number): WordsNode[] {
  return children.map((child) => nodeOf(child, source, depth + 1));
}

function nodeOf(node: Nodes, source: string, depth: number): WordsNode {
  const asWritten = (): WordsNode => {
    const text = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    return { kind: 'text', text };
  };
  if (depth > DEEPEST) return asWritten();
  switch (node.type) {
    case 'text':
      return { kind: 'text', text: node.value };
    case 'inlineCode':
      return { kind: 'code', text: node.value };
    case 'code':
      return { kind: 'block-code', text: node.value };
    case 'break':
      return { kind: 'break' };
    case 'thematicBreak':
      return { kind: 'rule' };
    case 'paragraph':
    case 'emphasis':
    case 'strong':
    case 'blockquote':
    case 'listItem':
    case 'heading':
      return { kind: KINDS[node.type], children: childrenOf(node, source, depth) };
    case 'list':
      return { kind: node.ordered ? 'numbers' : 'bullets', children: childrenOf(node, source, depth) };
    case 'link':
      return isWeb(node.url)
        ? { kind: 'link', href: new URL(node.url).href, children: childrenOf(node, source, depth) }
        : asWritten();
    default:
      return asWritten();
  }
}

function isWeb(text: string): boolean {
  return /^https?:\/\/[^\s]/i.test(text) && URL.canParse(text);
}
