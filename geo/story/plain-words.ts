import { wordsTree, type WordsNode } from './words-tree.ts';

/** The words of a step without their Markdown, as one line: for where no more than text can stand. */
export function plainWords(markdown: string): string {
  return wordsTree(markdown).map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}

function textOf(node: WordsNode): string {
  switch (node.kind) {
    case 'text':
    case 'code':
    case 'block-code':
      return node.text;
    case 'break':
    case 'rule':
      return ' ';
    case 'bullets':
    case 'numbers':
      return node.children.map((item) => `• ${textOf(item)}`).join(' ');
    case 'quote':
    case 'item':
      return node.children.map(textOf).join(' ');
    default:
      return node.children.map(textOf).join('');
  }
}
