/** The words of what is printed, and of a picture of the map, beside those of the page. */
export const SHEET = {
  line: 'Durand Line, not recognised by Afghanistan',
  rings: 'A ring marks the centre of a district, a dashed ring a region: neither is where it happened.',
  marks: 'Older marks fade. Several at one place stand around it.',
  killed: 'A figure of killed is an estimate; “not known” is never nought.',
  status:
    'Pakistan and most states recognise the Durand Line as the border; no Afghan government has. ' +
    'It is shown as mapped by OpenStreetMap, without taking a position on its status. ' +
    'The status of Jammu and Kashmir (hatched) is disputed between India and Pakistan.',
  sources: ({ datasets, attribution }: Record<'datasets' | 'attribution', string>) =>
    `Sources: ${datasets} · ${attribution}`,
  map: 'The map',
  key: 'Key',
} as const;
