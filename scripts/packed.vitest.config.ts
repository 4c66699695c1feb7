/** The packed app has a run of its own: it takes a while to make, and one test file inspects it. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['scripts/packed.test.ts'], testTimeout: 120_000, hookTimeout: 300_000, pool: 'forks' },
});
