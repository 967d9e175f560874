import { defineConfig } from '@playwright/test';
import type { EngineOptions } from './setup.ts';

/** The page in other engines than Chromium. One that is not here has its tests skipped, and told. */
export default defineConfig<object, EngineOptions>({
  testDir: '.',
  outputDir: '../../test-results/engines',
  workers: 1,
  retries: 0,
  timeout: 100_000, // a busy machine: alone each takes ten seconds at most
  expect: { timeout: 20_000 },
  reporter: 'list',
  webServer: {
    command: 'node scripts/serve.mjs --port 0',
    cwd: '../..',
    wait: { stdout: /127\.0\.0\.1:(?<DURAND_PORT>\d+)/ },
    timeout: 10_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
  },
  use: { baseURL: `http://127.0.0.1:${process.env['DURAND_PORT'] ?? ''}/` },
  projects: [
    { name: 'Firefox', use: { engineName: 'firefox' } },
    { name: 'WebKitGTK', use: { engineName: 'webkit' } },
  ],
});
