import { describe, expect, it } from 'vitest'
import type { SeedName } from '#upstream/seed-names.ts'
import { renderApp, type RenderedApp } from '#demo/testing/render-app.tsx'

type Choice = {
  readonly at: string
  readonly seed: SeedName
  readonly find: (screen: RenderedApp['screen']) => Promise<HTMLElement>
  /** The value of the box that is chosen; none where it is a radio button, which a click chooses. */
  readonly value?: string
  readonly search: string
}

const firstRepository: Choice['find'] = async (screen) => {
  const group = await screen.findByRole('radiogroup', { name: 'Repository' })
  return group.querySelector('input') ?? group
}

/** Every kind of choice that stands in the URL, on each page that has one. */
const CHOICES: Readonly<Record<string, Choice>> = {
  'the repository whose commands are shown': {
    at: '/preferred-mirror',
    seed: 'calm',
    find: firstRepository,
    search: '?repository=11',
  },
  'the repository of an event': {
    at: '/mirrors/healthy?tab=event',
    seed: 'broken',
    find: firstRepository,
    search: '?tab=event&repository=11',
  },
  'the rows that coverage shows': {
    at: '/coverage',
    seed: 'calm',
    find: (screen) => screen.findByRole('combobox', { name: 'Show' }),
    value: 'failing',
    search: '?show=failing',
  },
  'the order of the mirrors of a repository': {
    at: '/repositories/1',
    seed: 'crowded',
    find: (screen) => screen.findByRole('combobox', { name: 'Order of mirrors' }),
    value: 'worst',
    search: '?order=worst',
  },
}

/** What a control shows as chosen. */
const shownBy = (control: HTMLElement) =>
  control instanceof HTMLInputElement
    ? control.checked
    : control instanceof HTMLSelectElement && control.value

describe('a choice that stands in the URL shows in the frame of the click', () => {
  it.each(Object.entries(CHOICES))('%s', async (_, { at, seed, find, value, search }) => {
    const { screen, router } = await renderApp(at, { seed })
    const control = await find(screen)
    const chosen = value ?? true
    expect(shownBy(control)).not.toBe(chosen)
    if (control instanceof HTMLSelectElement) {
      control.value = String(value)
      control.dispatchEvent(new Event('change', { bubbles: true }))
    } else control.click()
    // Nothing is awaited: neither a transition nor an answer may come between a click and what it shows.
    expect(shownBy(control)).toBe(chosen)
    expect(router.state.location.search).toBe(search)
  })
})
