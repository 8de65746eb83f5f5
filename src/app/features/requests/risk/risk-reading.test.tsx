import { within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { interceptPages } from '#demo/testing/intercept-pages.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { upstreamRefusal } from '#demo/testing/upstream-answer.ts'

const ID = '10003'
const NAME = 'Accra 10003'

const open = async (answerPage: Parameters<typeof interceptPages>[0]) => {
  const world = await renderApp('/upstream', { seed: 'crowded' })
  const seen = interceptPages(answerPage)
  await world.router.navigate(`/requests/${ID}`)
  const card = within(await world.screen.findByRole('region', { name: 'Risk' }))
  return { ...world, seen, card }
}

describe('the risks of one request among 10,000', { timeout: 40_000 }, () => {
  it('are known when all of them were read, and not before', async () => {
    const held: (() => void)[] = []
    const { seen, card } = await open(async (start, ask) => {
      if (start === 59) await new Promise<void>((resolve) => held.push(resolve))
      return ask()
    })
    expect(await card.findByText('60 pending requests read so far. Reading the rest.')).toBeTruthy()
    expect(card.getAllByText('Being checked')).toHaveLength(1)
    expect(card.queryByText(/read so far\.$/)).toBeNull()
    await eventually(() => expect(held).toHaveLength(1))
    held.shift()?.()
    expect(await card.findByText(/^No warnings/, {}, { timeout: 20_000 })).toBeTruthy()
    expect(card.getByText('No other pending request names this host.')).toBeTruthy()
    expect(card.queryByText(/pending requests read/)).toBeNull()
    expect(seen.most).toBe(2)
    // The last of them was asked ahead, beyond the end.
    expect(seen.starts).toHaveLength(12)
  })

  it('rest on what was read, and say so, when a person cannot wait', async () => {
    const world = await open((start, ask) => (start === 59 ? new Promise(() => undefined) : ask()))
    const { card, screen, user } = world
    await user.click(await card.findByRole('button', { name: 'Stop reading' }))
    const words = 'No other pending request names this host, among the 60 that were read.'
    expect(await card.findByText(words)).toBeTruthy()
    expect(card.getByText('No competing request was found, among the 60 that were read.')).toBeTruthy()
    expect(card.getByText(/^No warnings in what could be checked/)).toBeTruthy()
    // The dialog comes to need the rest anew, and can be used when it is stopped there too.
    await user.click(screen.getByRole('button', { name: `Accept ${NAME}` }))
    const dialog = within(await screen.findByRole('dialog', { name: `Accept ${NAME}?` }))
    expect(await dialog.findByText('Reading what is known about this mirror.')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Stop reading' }))
    expect(await dialog.findByRole('checkbox', { name: 'I expected this mirror' })).toBeTruthy()
  })

  it('say what a page that failed means for them, and go on when asked', async () => {
    let isBroken = true
    const { card, user } = await open((start, ask) =>
      start === 59 && isBroken ? Promise.resolve(upstreamRefusal(500)) : ask(),
    )
    const words = '60 pending requests read so far. The rest was not read. Something went wrong.'
    expect(await card.findByText(words)).toBeTruthy()
    isBroken = false
    expect(await card.findAllByText(/among the 60 that were read\.$/)).toHaveLength(2)
    await user.click(card.getByRole('button', { name: 'Continue' }))
    expect(
      await card.findByText('No other pending request names this host.', {}, { timeout: 20_000 }),
    ).toBeTruthy()
  })
})
