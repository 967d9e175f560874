import type { Environment } from 'vitest/runtime';

/**
 * Node, with modules compiled as for the browser. Vitest's own `node` environment compiles Svelte's runes for the
 * server, where `$effect` never runs, and a test of state would pass without testing anything.
 */
export default {
  name: 'node-as-client',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
} satisfies Environment;
