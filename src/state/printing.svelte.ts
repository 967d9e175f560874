/** What is printed instead of the page: made ready once, and filled whenever the browser prints. */
export class Printing {
  /** Whether the part that prints is to be there. */
  isReady = $state(false);
  /** Whether the reader has asked to print, and the browser has not been asked yet. */
  isAsked = $state(false);
  /** Whether the report is open: then it is what is printed. */
  isReportOpen = $state(false);
  /** Whether the page looks as paper wants it. */
  isForPaper = $state(false);

  /** Prints as soon as the map is drawn. */
  ask(): void {
    this.isReady = this.isAsked = true;
  }
}
