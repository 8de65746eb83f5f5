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
  timeout: 240_000,
  // A browser that starts on a busy machine has its first page late.
  expect: { timeout: 30_000 },
  reporter: [['list']],
  projects: [
    { name: 'firefox', use: { browserNamed: 'firefox' } },
    { name: 'webkitgtk', use: { browserNamed: 'webkitgtk' } },
  ],
})
