/** Whether the page itself is kept in the browser, so that it opens without a network; `null` while that is not known. */
export class Offline {
  isKept = $state<boolean | null>(null);
}
