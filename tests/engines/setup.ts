import { expect, test as base } from '@playwright/test';
import { findEngine } from '../../scripts/engines.mjs';
import type { Engine } from './engine.ts';
import { startFirefox } from './firefox.ts';
import { startWebKit } from './webkit.ts';

export { expect };

const STARTERS = { firefox: startFirefox, webkit: startWebKit } as const;

export interface EngineOptions {
  engineName: keyof typeof STARTERS;
}

interface Watch {
  /** Complaints since they were last taken. A test that provokes one on purpose takes it, and asserts it. */
  takeComplaints: () => Promise<readonly string[]>;
}

/** Playwright's `test` with a browser that Playwright cannot drive; one for all tests. Fails a test on any error of the page or its console. */
export const test = base.extend<Watch & { engine: Engine }, EngineOptions & { started: Engine | null }>({
  engineName: ['firefox', { option: true, scope: 'worker' }],
  started: [
    async ({ engineName }, use) => {
      const programs = findEngine(engineName);
      const engine = programs && (await STARTERS[engineName](programs));
      await use(engine);
      await engine?.end();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  engine: async ({ engineName, started }, use) => {
    if (!started) return test.skip(true, `There is no ${engineName} here.`);
    await use(started);
  },
  takeComplaints: [
    async ({ engine }, use) => {
      let taken = (await engine.complaints()).length;
      const take = async () => {
        const fresh = (await engine.complaints()).slice(taken);
        taken += fresh.length;
        return fresh;
      };
      await use(take);
      expect(await take(), 'errors of the page and its console').toEqual([]);
    },
    { auto: true },
  ],
});
