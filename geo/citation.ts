/** What the app is cited as. CITATION.cff and package.json say the same: a test holds it. */
export const APP = {
  title: 'Durand Map',
  authors: 'The Durand Map authors',
  version: '0.1.0',
} as const;
