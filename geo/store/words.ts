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
    codes.set(word, list.length);
    return list.push(word) - 1;
  };
  return { code, list };
}
