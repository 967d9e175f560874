/** A column of texts of which many are the same: a code for each row, and the words that the codes stand for. */
export interface Words {
  codes: Uint32Array;
  list: readonly string[];
}

/** Gives each word a code, the same for the same word. */
export function createDictionary(): { code: (word: string) => number; list: string[] } {
  const codes = new Map<string, number>();
  const list: string[] = [];
  const code = (word: string): number => {
    const known = codes.get(word);
    if (known !== undefined) return known;
    const kept = ownCopy(word);
    codes.set(kept, list.length);
    return list.push(kept) - 1;
  };
  return { code, list };
}

/** Shorter parts of a text are copied by the engine itself. */
const SHORTEST_SLICE = 13;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The same text in memory of its own. A part of a longer text would keep all of that: a file, cell by cell. */
export function ownCopy(text: string): string {
  return text.length < SHORTEST_SLICE ? text : decoder.decode(encoder.encode(text));
}
