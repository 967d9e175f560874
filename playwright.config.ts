import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './scripts/browser.mjs';

const executablePath = await findBrowser();
if (executablePath === null)
  throw new Error('No Chromium found. `npm test` installs one; or set CHROMIUM_PATH to the program.');

/** Tests run at desktop size, with `@phone` in their tags at phone size instead, with `@both` at both. */
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  // software rendering on two cores: a second browser would make both miss their time
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  webServer: {
    command: 'node scripts/serve.mjs --port 0',
    wait: { stdout: /127\.0\.0\.1:(?<DURAND_PORT>\d+)/ },
    timeout: 10_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
  },
  use: {
    baseURL: `http://127.0.0.1:${process.env['DURAND_PORT'] ?? ''}/`,
    launchOptions: { executablePath, args: BROWSER_FLAGS },
    // what a test says of the network holds; offline.spec.ts allows them
    serviceWorkers: 'block',
    locale: 'en-GB',
    timezoneId: 'America/St_Johns',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'off',
  },
  projects: [
    { name: 'desktop', grepInvert: /@phone\b/, use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      grep: /@phone\b|@both\b/,
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    },
  ],
});
