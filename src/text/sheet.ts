/** The words of what is printed, and of a picture of the map, beside those of the page. */
export const SHEET = {
  line: 'Durand Line, not recognised by Afghanistan',
  rings:
    'A ring stands for all that is known to a district only, a dashed ring to a region only; ' +
    'its number tells how many. It is not where they happened.',
  marks: 'Older marks fade. Of several at one place the others stand around it; a line leads to it.',
  killed: 'A figure of killed is an estimate; “not known” is never nought.',
  status:
    'Pakistan and most states recognise the Durand Line as the border; no Afghan government has. ' +
    'It is shown as mapped by OpenStreetMap, without taking a position on its status. ' +
    'The status of Jammu and Kashmir (hatched) is disputed between India and Pakistan.',
  sources: ({ datasets, attribution }: Record<'datasets' | 'attribution', string>) =>
    `Sources: ${datasets} · ${attribution}`,
  /** the letter of an arrow */
  north: 'N',
  map: 'The map',
  key: 'Key',
} as const;
