/** What the reader writes on saved pictures of the map, as long as the page is open. */
export class Picturing {
  /** '' for the page's own */
  title = $state('');
  /** '' for none */
  note = $state('');
}
