/** What some browsers tell of the network; TypeScript does not know it. */
interface Connection {
  saveData?: boolean;
}

/**
 * Whether the reader has asked the browser to fetch no more than it must (the Save Data header's setting,
 * https://wicg.github.io/savedata/), as many do who pay by the megabyte.
 */
export function isSavingData(): boolean {
  return 'connection' in navigator && (navigator.connection as Connection).saveData === true;
}
