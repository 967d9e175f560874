import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findTestBrowser } from './scripts/browser.mjs';

const executablePath = await findTestBrowser();
if (executablePath === null)
  throw new Error('No Chromium found. `npm test` installs one; or set CHROMIUM_PATH to the program.');

const DESKTOP = { viewport: { width: 1280, height: 800 } };

/**
 * Tests run at desktop size, with `@phone` in their tags at phone size instead, with `@both` at both. What says once more, of
 * a further size or format, what another test says already, and takes long, has the tag `@long`: `npm test -- long`.
 */
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
    // the map is drawn by WebGL as ever; what surrounds it is laid together sooner without
    launchOptions: { executablePath, args: [...BROWSER_FLAGS, '--disable-gpu-compositing'] },
    // what a test says of the network holds; offline.spec.ts allows them
    serviceWorkers: 'block',
    locale: 'en-GB',
    timezoneId: 'America/St_Johns',
    // what moves is drawn many times; tests of motion ask for it
    reducedMotion: 'reduce',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'off',
  },
  projects: [
    { name: 'desktop', grepInvert: /@phone\b|@long\b/, use: DESKTOP },
    { name: 'long', grep: /@long\b/, use: DESKTOP },
    {
      name: 'phone',
      grep: /@phone\b|@both\b/,
      grepInvert: /@long\b/,
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    },
  ],
});
