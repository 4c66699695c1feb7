import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  // One engine on a software adapter already fills two cores.
  workers: 1,
  // A shared machine can stall for seconds: a journey that passes only the second time is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  outputDir: '../test-results',
  use: {
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: process.env.QUORUM_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking'],
    },
    screenshot: 'only-on-failure',
  },
});
