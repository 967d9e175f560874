/** A text in lines that fit: between words, a word that alone is too long within it. Its own lines stay apart. */
export function wrapped(text: string, widthOf: (text: string) => number, room: number): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const piece of paragraph.split(' ').flatMap((word) => broken(word, widthOf, room))) {
      const longer = line === '' ? piece : `${line} ${piece}`;
      if (line !== '' && widthOf(longer) > room) {
        lines.push(line);
        line = piece;
      } else {
        line = longer;
      }
    }
    return [...lines, line];
  });
}

/** A word in pieces that fit: an address, or a script that has no spaces. */
function broken(word: string, widthOf: (text: string) => number, room: number): string[] {
  if (widthOf(word) <= room) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter) > room) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** Whether a text runs from the right: its first letter is of a script that does. */
export function isFromRight(text: string): boolean {
  const [first] = /\p{L}/u.exec(text) ?? [''];
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first);
}
