import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Half an hour off, behind UTC, with daylight saving: calendar days that pass through a clock show themselves here. */
const AWKWARD_ZONE = 'America/St_Johns';

export default defineConfig({
  test: {
    pool: 'forks',
    restoreMocks: true,
    testTimeout: 30_000,
    setupFiles: './tests/seed.ts',
    projects: [
      {
        extends: true,
        plugins: [svelte({ configFile: false })],
        // the browser's build of Svelte, for the runes in src/state
        resolve: { conditions: ['browser'] },
        test: {
          name: 'all',
          environment: './tests/unit/environment.ts',
          env: { TZ: AWKWARD_ZONE },
          include: ['tests/unit/**/*.test.ts', 'tests/property/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'time in UTC',
          env: { TZ: 'UTC' },
          include: [
            'tests/unit/geo/time/**/*.test.ts',
            'tests/unit/geo/model/day.test.ts',
            'tests/unit/src/text/dates.test.ts',
          ],
        },
      },
    ],
  },
});
