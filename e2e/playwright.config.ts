import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './find-chromium.ts'

const found = findChromium()
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: '.',
  testIgnore: 'browsers/**',
  // What is beside them under the name `.test.ts` needs no browser.
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  snapshotPathTemplate: '{testDir}/pictures/looks/{arg}{ext}',
  fullyParallel: true,
  // One more than the cores of a small machine: a test waits a part of its time.
  workers: 3,
  forbidOnly: process.env['CI'] !== undefined,
  // A test that passes the second time has found something: it fails.
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Motion takes a tenth of the whole run. The acts of chaos/ have it.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording every test costs a third of the whole run: `npm run e2e -- --trace on` when a trace is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(found === null ? {} : { executablePath: found.path }),
      // Root cannot use the sandbox at all, and a downloaded browser lacks the profile that newer Ubuntus ask for.
      chromiumSandbox: !isRoot && found?.isPlaywrights === false,
      args: [
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
})
