import { fireEvent } from '@testing-library/react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

beforeAll(async () => {
  await Promise.all([
    import('#app/features/mirrors/details/mirror-page.tsx'),
    import('#app/features/mirrors/writes/write-tabs.ts'),
  ])
})

describe('the token', () => {
  it('is shown on demand, hidden on blur, and in no cache', async () => {
    const world = await renderApp('/mirrors/healthy?tab=token', { seed: 'broken' })
    await world.user.click(await world.screen.findByRole('button', { name: 'Reveal token' }))
    await world.screen.findByRole('button', { name: 'Hide token' })
    const token = world.screen.getByText(/^[0-9a-f]{40}$/).textContent
    const cached = JSON.stringify([
      world.queryClient.getQueryCache().getAll(),
      world.queryClient
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      location.href,
    ])
    expect(cached).not.toContain(token)
    fireEvent.blur(window)
    expect(await world.screen.findByRole('button', { name: 'Reveal token' })).toBeTruthy()
    expect(document.documentElement.outerHTML).not.toContain(token)
  })

  it('is hidden after 30 seconds', async () => {
    const world = await renderApp('/mirrors/healthy?tab=token', { seed: 'broken' })
    const reveal = await world.screen.findByRole('button', { name: 'Reveal token' })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    try {
      fireEvent.click(reveal)
      await world.screen.findByRole('button', { name: 'Hide token' })
      vi.advanceTimersByTime(30_000)
      expect(await world.screen.findByRole('button', { name: 'Reveal token' })).toBeTruthy()
    } finally {
      vi.useRealTimers()
    }
  })

  it('is refused without permission to read it', async () => {
    const world = await renderApp('/mirrors/healthy?tab=token', { seed: 'broken', as: 'jcitizen' })
    await world.user.click(await world.screen.findByRole('button', { name: 'Reveal token' }))
    expect(await world.screen.findByText('You are not permitted to read the token')).toBeTruthy()
  })
})
