import type { Claim, Source } from './incident.ts';

/**
 * The source that a claim was taken from, as far as the record tells: the only one that the incident has, or the only one
 * whose publisher the claim names (`Officials (Dawn)`). `null` where it does not tell: nothing is guessed.
 */
export function sourceOfClaim({ by }: Pick<Claim, 'by'>, sources: readonly Source[]): Source | null {
  const named = sources.length === 1 ? sources : sources.filter(({ publisher }) => isNamed(publisher, by));
  return named.length === 1 ? named[0] : null;
}

/** Whether words hold a publisher's name, whole, without what stands in brackets after it. */
function isNamed(publisher: string, words: string): boolean {
  const name = wordsOf(publisher.replace(/\(.*?\)/g, ''));
  return name.trim() !== '' && wordsOf(words).includes(name);
}

/** Words in one case with one space around each. */
function wordsOf(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;
}
