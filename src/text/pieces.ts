/** A piece of a sentence of which a part stands out. */
export interface Piece {
  text: string;
  strong: boolean;
}

/** A sentence with its named values put in, in pieces, so that one of them can stand out wherever the language has it. */
export function piecesOf(sentence: string, values: Readonly<Record<string, string>>, strong: string): Piece[] {
  return sentence
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      return { text: name === undefined ? part : (values[name] ?? part), strong: name === strong };
    });
}
