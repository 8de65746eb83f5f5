import { within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

/** The first page of a file also loads its code. */
const SLOW = { timeout: 5000 }

const measured = async (world: Awaited<ReturnType<typeof renderApp>>) => {
  await world.user.click(await world.screen.findByRole('button', { name: 'Measure from the console' }))
  await world.screen.findByText('Measured', {}, SLOW)
  return within(world.screen.getByRole('list', { name: 'Measured servers' }))
}

describe('measuring from the console', { timeout: 20_000 }, () => {
  it('sends nothing before the click, and five requests to each server after it', async () => {
    const world = await renderApp('/preferred-mirror')
    await world.screen.findByRole('radio', { name: 'Dublin' }, SLOW)
    const probes = () => world.traffic.filter((line) => line === 'POST /-/probe')
    expect(probes()).toEqual([])
    const list = await measured(world)
    // "Build farm" answers about its own two projects too: not mirrored is an answer in time.
    expect(list.getAllByRole('listitem')).toHaveLength(5)
    expect(probes()).toHaveLength(20)
    expect(world.traffic.filter((line) => line.includes('application-properties'))).toHaveLength(5)
    expect(list.getAllByText(/median/)).toHaveLength(5)
    await eventually(() => expect(list.getByText('The primary')).toBeTruthy())
  })

  it('lets the fastest be selected, and saves nothing before Save', async () => {
    const world = await renderApp('/preferred-mirror')
    await world.screen.findByRole('radio', { name: 'Dublin' }, SLOW)
    const list = await measured(world)
    await world.user.click(list.getByRole('button', { name: 'Select Virginia' }))
    expect(world.screen.getByRole<HTMLInputElement>('radio', { name: 'Virginia' }).checked).toBe(true)
    expect(world.traffic.filter((line) => line.startsWith('POST /rest'))).toEqual([])
  })

  it('stops when the page is left', async () => {
    const world = await renderApp('/preferred-mirror')
    await world.screen.findByRole('radio', { name: 'Dublin' }, SLOW)
    const real = globalThis.fetch
    const asked: AbortSignal[] = []
    vi.stubGlobal('fetch', (address: URL, init: RequestInit) => {
      if (address.pathname !== '/-/probe') return real(address, init)
      return new Promise((_resolve, reject) => {
        if (!init.signal) throw new Error('A measurement that cannot be stopped')
        const { signal } = init
        asked.push(signal)
        signal.addEventListener('abort', () => reject(new DOMException('Left', 'AbortError')))
      })
    })
    await world.user.click(world.screen.getByRole('button', { name: 'Measure from the console' }))
    // Three at a time, the primary among them: the others wait for their turn.
    await eventually(() => expect(asked.length).toBeGreaterThan(1))
    const before = asked.length
    await world.router.navigate('/mirrors')
    await eventually(() => expect(asked.every(({ aborted }) => aborted)).toBe(true), SLOW)
    expect(asked.length - before).toBeLessThanOrEqual(1)
  })

  it('leaves out disabled mirrors and says which did not answer', async () => {
    const world = await renderApp('/preferred-mirror', { seed: 'broken' })
    await world.screen.findByRole('radio', { name: 'Disabled' }, SLOW)
    await world.user.click(world.screen.getByRole('button', { name: 'Measure from the console' }))
    const list = within(await world.screen.findByRole('list', { name: 'Measured servers' }))
    expect(list.queryByText('Disabled')).toBeNull()
    expect(await list.findByText('Refused', {}, SLOW)).toBeTruthy()
  })
})
