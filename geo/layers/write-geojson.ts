/** A FeatureCollection as text, a feature a line so that a change of one shows as one. */
export function collectionText(features: readonly object[]): string {
  const lines = features.map((feature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}
