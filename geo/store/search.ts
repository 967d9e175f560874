/** A text as it is searched: see `searched`. */
export interface Searched {
  text: string;
  /** whether it holds no letters but a to z */
  isPlain: boolean;
}

const PLAIN = /^\p{ASCII}*$/u;

/** Letters that one keyboard or language writes otherwise than another, each as one of them. */
const SAME: readonly (readonly [letter: string, others: string])[] = [
  ['ی', 'يىېۍے'],
  ['ک', 'ك'],
  ['گ', 'ګ'],
  ['ہ', 'هھەة'],
  ['ن', 'ں'],
  ['ٹ', 'ټ'],
  ['ڈ', 'ډ'],
  ['ڑ', 'ړ'],
  ['i', 'ı'],
  ['o', 'ø'],
  ['l', 'ł'],
  ['d', 'đð'],
];
const ONE_OF = new Map([
  ...SAME.flatMap(([letter, others]) => Array.from(others, (other) => [other, letter] as const)),
  ...Array.from('٠١٢٣٤٥٦٧٨٩', (digit, i) => [digit, `${i}`] as const),
  ...Array.from('۰۱۲۳۴۵۶۷۸۹', (digit, i) => [digit, `${i}`] as const),
]);
/** Stands in words without being heard: marks on letters, the line that draws Arabic out, what joins or parts its letters, ayn and hamza. */
const UNHEARD = /\p{M}|[\u02bb-\u02bf‘’]|\u0640|\u200c|\u200d/gu;

/**
 * A text made ready to be searched: letters without their marks, and where one letter of the Arabic script has several
 * forms (Arabic, Urdu, Pashto), one of them. A text in plain letters stays as it is.
 */
export function searched(text: string): Searched {
  if (PLAIN.test(text)) return { text, isPlain: true };
  const folded = text
    .normalize('NFKD')
    .replace(UNHEARD, '')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => ONE_OF.get(letter) ?? letter);
  return { text: folded, isPlain: PLAIN.test(folded) };
}

/** Between the letters of a word there may be what initials and apostrophes have. */
const BETWEEN = "(?:\\. ?|['`])*";

/**
 * Gives whether a text holds the words: each at the beginning of a word of the text, whatever the case, marks or dots
 * (“di khan” finds “D.I. Khan”, “tirah” “Tīrāh”). Of no words: `null`.
 */
export function createFinder(words: string): ((text: Searched) => boolean) | null {
  const { text, isPlain } = searched(words);
  const wanted = text.replace(/[.'`]/g, '').match(/[\p{L}\p{N}]+/gu);
  if (!wanted) return null;
  const spelled = wanted.map((word) => Array.from(word).join(BETWEEN));
  const inAny = new RegExp(`(?<![\\p{L}\\p{N}])${spelled.join('[^\\p{L}\\p{N}]+')}`, 'iu');
  // a million texts are searched with it: a class of few letters is three times as quick
  const inPlain = isPlain ? new RegExp(`(?:^|[^a-z0-9])${spelled.join('[^a-z0-9]+')}`, 'i') : null;
  return ({ text: within, isPlain: isWithinPlain }) =>
    isWithinPlain ? (inPlain?.test(within) ?? false) : inAny.test(within);
}
