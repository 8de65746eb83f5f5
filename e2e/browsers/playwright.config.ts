import { defineConfig } from '@playwright/test'
import type { Shared } from './test.ts'

export default defineConfig<object, Shared>({
  testDir: '.',
  outputDir: '../../test-results/browsers',
  // One after the other in each browser, which is started once.
  fullyParallel: false,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'firefox', use: { browserNamed: 'firefox' } },
    { name: 'webkitgtk', use: { browserNamed: 'webkitgtk' } },
  ],
})
