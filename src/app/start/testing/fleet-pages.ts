import { act, fireEvent, waitFor } from '@testing-library/react'
import type { RenderedApp } from '#demo/testing/render-app.tsx'

const main = (): HTMLElement => {
  const found = document.querySelector('main')
  if (found === null) throw new Error('There is no page')
  return found
}
const textOf = (part: Element | null | undefined): string =>
  part?.textContent.replace(/\s+/g, ' ').trim() ?? ''
const beginning = (selector: string, name: string): Element | undefined =>
  [...main().querySelectorAll(selector)].find((one) => textOf(one).startsWith(name))

/** The counts of mirrors by verdict, where a page has them. */
const counts = (): string =>
  [...main().querySelectorAll('[aria-label="Mirrors by health"] li')]
    .map(textOf)
    .filter((count) => /^\d/.test(count))
    .join(', ')

/** How a page is reached, and what it says of one mirror: the text that begins with the verdict. */
type Place = {
  readonly path: (id: string) => string
  readonly title: string | null
  /** Where the page must be asked for it first: opens that, and closes it. */
  readonly dialog?: { readonly open: (name: string) => Promise<void>; readonly close: () => unknown }
  readonly read: (name: string) => string
}

const until = (is: () => boolean, what: string) =>
  waitFor(
    () => {
      if (!is()) throw new Error(`${what}: ${main().textContent}`)
    },
    { timeout: 15_000, interval: 4 },
  )

const buttonOf = (words: string) =>
  [...document.querySelectorAll('button')].find((one) => textOf(one) === words)
/** Presses a button once it is there. */
const press = async (words: string): Promise<void> => {
  await until(() => buttonOf(words) !== undefined, `There is no button “${words}”`)
  fireEvent.click(buttonOf(words) ?? document)
}
const dialog = (): Element | null => document.querySelector('[role="dialog"]')
const fieldOver = () => dialog()?.querySelector('input')

/** A word may begin a line or stand in one. */
const within = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)

/** Every page that says how a mirror is. */
const PLACES: Readonly<Record<string, Place>> = {
  list: {
    path: () => '/mirrors',
    title: 'Mirror servers',
    read: (name) => textOf(beginning('tbody tr', name)?.querySelectorAll('td')[0]),
  },
  page: {
    path: (id) => `/mirrors/${id}`,
    title: null,
    read: () => textOf(main().querySelector('section[aria-label="Health"], [aria-labelledby*="health"]')),
  },
  'part of its page': {
    path: (id) => `/mirrors/${id}?tab=record`,
    title: null,
    read: () => textOf(main().querySelector('header [data-tone]')),
  },
  removal: {
    path: (id) => `/mirrors/${id}?tab=danger-zone`,
    title: null,
    dialog: { open: () => press('Remove this mirror server'), close: () => press('Cancel') },
    read: () => {
      const facts = [...(dialog()?.querySelectorAll('dl > div') ?? [])]
      const health = facts.find((fact) => textOf(fact.querySelector('dt')) === 'Health')
      return textOf(health?.querySelector('dd'))
    },
  },
  palette: {
    path: () => '/git-errors',
    title: 'Git errors',
    dialog: {
      open: async (name) => {
        fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK', ctrlKey: true })
        await until(() => Boolean(fieldOver()), 'There is no palette')
        fireEvent.change(fieldOver() ?? document, { target: { value: name } })
      },
      close: () => void fireEvent.keyDown(dialog() ?? document, { key: 'Escape', code: 'Escape' }),
    },
    read: (name) => {
      const options = [...(dialog()?.querySelectorAll('[role="option"]') ?? [])]
      return textOf(options.find((one) => textOf(one).startsWith(name))?.querySelector('[data-tone]'))
    },
  },
  'preferred mirror': {
    path: () => '/preferred-mirror',
    title: 'Preferred mirror',
    read: (name) => textOf(beginning('.mantine-Radio-root', name)).slice(name.length),
  },
  coverage: {
    path: () => '/coverage',
    title: 'Coverage',
    read: (name) => textOf(beginning('[role="columnheader"]', `${name},`)).slice(name.length + 2),
  },
  overview: {
    path: () => '/',
    title: 'Overview',
    read: (name) => {
      // A mark says the verdict of each mirror; an incident that of those with something wrong.
      const mark = [...main().querySelectorAll('a[aria-label]')].find((one) =>
        one.getAttribute('aria-label')?.startsWith(name),
      )
      return mark?.getAttribute('aria-label')?.slice(name.length).replace(/^\W+/, '') ?? ''
    },
  },
}

/** Opens every page that speaks of a mirror, and reads what it says. */
export const fleetPages = ({ router, queryClient }: RenderedApp) => {
  const isQuiet = () => queryClient.isFetching() === 0
  const open = async (path: string, ...titles: readonly string[]) => {
    await router.navigate(path)
    await until(
      () => titles.includes(textOf(document.querySelector('h1'))) && isQuiet(),
      `${path} does not open`,
    )
  }
  return {
    open,
    /** Goes there, whatever is there by now. */
    visit: async (path: string) => {
      await router.navigate(path)
      await until(isQuiet, `${path} does not open`)
    },
    until,
    /** The texts that the page does not come to have, and those after "!" that it keeps; with what it says instead. */
    wrong: async (words: readonly string[]): Promise<readonly string[]> => {
      const wrong = () =>
        words.filter((word) => textOf(main()).includes(word.replace(/^!/, '')) === word.startsWith('!'))
      await until(() => wrong().length === 0 && isQuiet(), '').catch(() => undefined)
      return wrong().length === 0 ? [] : [...wrong(), `in: ${textOf(main()).slice(0, 900)}`]
    },
    refresh: async () => {
      await act(() => queryClient.refetchQueries({ type: 'active' }))
      await until(isQuiet, 'It is still being read')
    },
    /**
     * What each page says of one mirror, cut to as many characters as `word` has; and the counts of list and overview.
     *
     * @param isAsked whether the mirror can be asked: coverage has no column for one that cannot.
     */
    said: async (id: string, name: string, word: string, isAsked = true) => {
      const words: Record<string, string> = {}
      const counted: string[] = []
      for (const [place, { path, title, read, dialog: over }] of Object.entries(PLACES)) {
        await open(path(id), title ?? name)
        await over?.open(name)
        if (isAsked || place !== 'coverage') {
          await until(() => read(name) !== '', `${place} says nothing of ${name}`)
        }
        words[place] = within(read(name).slice(0, word.length))
        if (counts() !== '') counted.push(counts())
        if (over !== undefined) {
          await over.close()
          await until(() => dialog() === null, `${place} does not close`)
        }
      }
      return { words, counted }
    },
  }
}

/** What {@link fleetPages} reads where all pages say the same word. */
export const onAllPages = (word: string, isAsked = true): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(PLACES).map((place) => [place, isAsked || place !== 'coverage' ? within(word) : '']),
  )
