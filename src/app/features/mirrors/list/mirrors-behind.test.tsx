import { within } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'
import { mirrorIdOf } from '#upstream/seeds/make-mirror.ts'
import { behindStore } from '#gateway/testing/behind-store.ts'

const MINUTE = 60_000

// Code that comes when it is needed is fetched before: how long the compiler takes is not what is tested.
beforeAll(async () => {
  await Promise.all([
    import('./mirrors-page.tsx'),
    import('#app/domain/history/behind-now.tsx'),
    import('#app/domain/history/day-strip.tsx'),
  ])
})

type Screen = Awaited<ReturnType<typeof renderApp>>['screen']

/** The words of the column "Behind" by the row's name, from the top. */
const behindIn = (screen: Screen) => {
  const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
  const place = heads.findIndex((head) => head?.startsWith('Behind'))
  return screen.getAllByRole('rowheader').map((header) => {
    const row = header.closest('tr')
    return [header.textContent, row?.cells[place]?.textContent ?? '']
  })
}

it('the list of mirrors says how far each is behind, and sorts by it', async () => {
  const watched = await behindStore(
    { [mirrorIdOf('dublin')]: 12 * MINUTE, [mirrorIdOf('mumbai')]: 0 },
    { [mirrorIdOf('virginia')]: 3 * MINUTE },
  )
  const { screen, user } = await renderApp('/mirrors', { watched })
  await screen.findByText('12 minutes')
  expect(Object.fromEntries(behindIn(screen))).toEqual({
    Dublin: '12 minutes',
    Mumbai: 'up to date',
    Virginia: 'at most 3 minutes',
    'Build farm': 'not known',
  })
  const head = () => within(screen.getByRole('columnheader', { name: /^Behind/ })).getByRole('button')
  await user.click(head())
  await user.click(head())
  expect(behindIn(screen).map(([name]) => name)).toEqual(['Dublin', 'Virginia', 'Mumbai', 'Build farm'])
})

it('the list has no such column where nobody watches', async () => {
  const { screen } = await renderApp('/mirrors')
  await screen.findByRole('rowheader', { name: 'Dublin' })
  expect(screen.queryByRole('columnheader', { name: /^Behind/ })).toBeNull()
})
