/** What stands before, between and after the features of a collection that is written piece by piece. */
export const COLLECTION = {
  head: '{"type":"FeatureCollection","features":[\n',
  between: ',\n',
  foot: '\n]}\n',
} as const;

/** A FeatureCollection as text, a feature a line so that a change of one shows as one. */
export function collectionText(features: readonly object[]): string {
  const { head, between, foot } = COLLECTION;
  return head + features.map((feature) => JSON.stringify(feature)).join(between) + foot;
}
