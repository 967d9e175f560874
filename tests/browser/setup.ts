import { test as base, expect, type ConsoleMessage, type Page, type Request } from '@playwright/test';

export { expect };

interface Watch {
  /** Whether nobody has been here before; otherwise what greets them has been closed. */
  isFirstVisit: boolean;
  /** Whether the browser is set to fetch no more than it must; otherwise all parts of the page come while a test goes on. */
  isSavingData: boolean;
  /**
   * Whether WebGL draws. Without a GPU that takes most of a test's time, so it does so only for tests that look at the map's
   * pixels: those of files that say so here, and those with the tag `@drawn`. For all others the map does what it always does,
   * and the canvas stays empty.
   */
  isDrawn: boolean;
  /** Complaints so far. A test that provokes one on purpose takes it out, having asserted it. */
  complaints: string[];
}

/** Noise of the browser's own making that says nothing about the page. */
const NOISE = [
  // the driver reads pixels back, for screenshots and for tests that look at the canvas
  /GL Driver Message .* GPU stall due to ReadPixels/,
];

function watch(page: Page, origin: string, complaints: string[]) {
  page.on('pageerror', (error) => complaints.push(`page error: ${error.stack ?? error.message}`));
  page.on('console', (message: ConsoleMessage) => {
    const text = message.text();
    if (message.type() === 'error' && !NOISE.some((noise) => noise.test(text)))
      complaints.push(`console error: ${text} (${message.location().url})`);
  });
  page.on('request', (request: Request) => {
    const url = new URL(request.url());
    const leaves = ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== origin;
    if (leaves) complaints.push(`request to another host: ${url.href}`);
  });
  page.on('crash', () => complaints.push('the page crashed'));
}

/** Runs in the page before anything else: WebGL takes all that it is given, and draws nothing of it. */
function drawNothing(): void {
  const drawing = ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'] as const;
  for (const name of drawing) WebGL2RenderingContext.prototype[name] = () => undefined;
}

/**
 * Playwright's `test`, failing on any page error, console error, breach of the content policy, or request to a host
 * other than the one that serves the page. Browser tests import `test` and `expect` from here.
 */
export const test = base.extend<Watch>({
  isFirstVisit: [false, { option: true }],
  isSavingData: [true, { option: true }],
  isDrawn: [false, { option: true }],
  complaints: [
    async ({ page, context, baseURL, isFirstVisit, isSavingData, isDrawn }, use, { tags }) => {
      if (!isFirstVisit)
        await context.addInitScript(() => {
          if (location.protocol.startsWith('http')) localStorage.setItem('welcome', 'closed');
        });
      await context.addInitScript((saveData) => {
        Object.defineProperty(navigator, 'connection', { value: { saveData } });
      }, isSavingData);
      if (!isDrawn && !tags.includes('@drawn')) await context.addInitScript(drawNothing);
      const complaints: string[] = [];
      // a breach is told on the document as an event; in a worker only the console tells it
      await context.exposeFunction('reportPolicyBreach', (text: string) => complaints.push(`policy breach: ${text}`));
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const report = (globalThis as unknown as { reportPolicyBreach: (text: string) => Promise<number> })
            .reportPolicyBreach;
          void report(`${event.effectiveDirective} blocked ${event.blockedURI || 'inline'} at ${event.sourceFile}`);
        });
      });
      const origin = new URL(baseURL ?? '').origin;
      watch(page, origin, complaints);
      context.on('page', (opened) => {
        if (opened !== page) watch(opened, origin, complaints);
      });
      await use(complaints);
      expect(complaints, 'errors, policy breaches and requests to other hosts').toEqual([]);
    },
    { auto: true },
  ],
});
