import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const system = process.env.FLOORWALKER_CHROMIUM ?? '/usr/bin/chromium'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  workers: 1,
  timeout: 60_000,
  // a machine with two cores draws, serves and learns at once
  expect: { timeout: 10_000 },
  // a machine that stands still for seconds can make a test miss its moment; who passes only then is named in the report
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'test-results',
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['line'], ['json']] : 'line',
  use: {
    viewport: { width: 1440, height: 900 },
    // recorded when it is needed: each recording costs a quarter of the time
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      // elsewhere Playwright's own download is used
      ...(existsSync(system) ? { executablePath: system } : {}),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
