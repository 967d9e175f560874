/** The words of a site with somebody's own incidents, where those of the project would say what is not so. */
export const PUBLISHED = {
  totalsNote:
    'These totals and the bars count different things, so their heights cannot be compared. Sources count differently: never join or add two of them.',
} as const;
