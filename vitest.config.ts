import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{engine,tutor,app,renderer,bench,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'scripts/packed.test.ts'],
    // A real driver, Dawn, can take the process with it: each file gets its own process.
    pool: 'forks',
    // Shared, noisy machines: a limit only catches what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
