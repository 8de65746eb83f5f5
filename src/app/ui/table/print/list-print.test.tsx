import { beforeEach, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { paperReady } from '#app/browser/paper-ready.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

type World = Awaited<ReturnType<typeof renderApp>>

const print = vi.fn<() => void>()

const choosePrint = async ({ user, screen }: World) => {
  await user.click(await screen.findByRole('button', { name: 'Other formats' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Print' }))
}

beforeEach(() => {
  print.mockClear()
  paperReady.resolve()
  vi.stubGlobal('print', print)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
})

it('a short list is printed at once', async () => {
  const world = await renderApp('/requests')
  await world.screen.findByRole('rowheader', { name: 'Sydney' })
  await choosePrint(world)
  await eventually(() => expect(print).toHaveBeenCalledTimes(1))
  expect(world.screen.queryByRole('menu')).toBeNull()
})

it('of a long list as much is read first as a print can have, and no more', async () => {
  const world = await renderApp('/requests', { seed: 'crowded' })
  await world.screen.findByText('60 requests read so far, there are more.')
  await choosePrint(world)
  await eventually(() => expect(print).toHaveBeenCalledTimes(1), 20_000)
  // Pages overlap by a row.
  expect(world.screen.getByText('2,058 requests read so far, there are more.')).toBeTruthy()
})
