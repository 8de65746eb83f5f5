import { describe, expect, test } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'
import { earlyPages } from './early-pages.ts'

describe('what the first script asks early', () => {
  test.each(Object.entries(earlyPages))('is what the page at %s asks first', async (path, { reads }) => {
    const { screen, traffic } = await renderApp(path)
    await screen.findByRole('heading', { level: 1 })
    for (const target of reads) {
      await expect.poll(() => traffic.filter((line) => line === `GET ${target}`)).toHaveLength(1)
    }
  })
})
