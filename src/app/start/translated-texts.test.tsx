import { act, render, within } from '@testing-library/react'
import { Fragment } from 'react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { startTranslator, untranslated, type Wrapping } from '#demo/testing/translator.ts'
import { mirrorIdOf } from '#upstream/seeds/make-mirror.ts'
import { pages } from './pages.ts'
import { keepTranslatedTexts } from './translated-texts.ts'

const WRAPPINGS: readonly Wrapping[] = ['replaced', 'wrapped', 'removed first']

type Shown = { readonly parts: readonly string[]; readonly age: string; readonly note?: string }

/** Bare texts between elements, in every way that React changes them. */
const Texts = ({ parts, age, note }: Shown) => (
  <main>
    <p>
      Seen {age} ago{note === undefined ? null : ` (${note})`}
      {note === undefined ? null : <b>!</b>}, by {parts.length} mirrors
    </p>
    {parts.length > 1 ? 'several' : <i>one</i>}
    <div>
      {parts.map((part) => (
        <Fragment key={part}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </div>
  </main>
)

const CHANGES: Readonly<Record<string, readonly Shown[]>> = {
  'a text that changes': [
    { parts: ['a'], age: '3 s' },
    { parts: ['a'], age: '4 s' },
  ],
  'a text that comes, changes and goes': [
    { parts: ['a'], age: '3 s' },
    { parts: ['a'], age: '3 s', note: 'late' },
    { parts: ['a'], age: '5 s', note: 'later' },
    { parts: ['a'], age: '5 s' },
  ],
  'texts that change places': [
    { parts: ['a', 'b', 'c'], age: '3 s' },
    { parts: ['c', 'a', 'b'], age: '3 s' },
    { parts: ['b', 'd', 'c', 'a'], age: '3 s' },
  ],
  'a text instead of an element, and back': [
    { parts: ['a'], age: '3 s' },
    { parts: ['a', 'b'], age: '3 s' },
    { parts: [], age: '3 s' },
  ],
}

describe('keepTranslatedTexts', () => {
  it.each(WRAPPINGS.flatMap((wrapping) => Object.keys(CHANGES).map((name) => [name, wrapping] as const)))(
    '%s reads as without a translator (%s)',
    async (name, wrapping) => {
      onTestFinished(keepTranslatedTexts())
      const translated = render(null)
      startTranslator(wrapping)
      for (const shown of CHANGES[name] ?? []) {
        translated.rerender(<Texts {...shown} />)
        await Promise.resolve()
        const plain = render(<Texts {...shown} />, { container: document.createElement('div') })
        expect(untranslated(translated.container.textContent)).toBe(plain.container.textContent)
        expect(translated.container.querySelector('font')).not.toBeNull()
      }
    },
  )

  it('React may work on a text before its removal was reported', () => {
    onTestFinished(keepTranslatedTexts())
    const { container, rerender } = render(<Texts parts={['a']} age="3 s" />)
    startTranslator('replaced')
    rerender(<Texts parts={['a']} age="4 s" note="late" />)
    expect(container).toHaveProperty('textContent', expect.stringContaining('4 s'))
    expect(untranslated(container.textContent)).toBe('Seen 4 s ago (late)!, by 1 mirrorsonea')
  })

  it('a text that was taken away by something unknown breaks nothing', () => {
    onTestFinished(keepTranslatedTexts())
    const { container, rerender } = render(<Texts parts={['a', 'b']} age="3 s" />)
    for (const element of container.querySelectorAll('p, div')) {
      for (const node of Array.from(element.childNodes)) if (node instanceof Text) node.remove()
    }
    rerender(<Texts parts={['b', 'c']} age="4 s" note="late" />)
    rerender(<Texts parts={[]} age="5 s" />)
    expect(container.textContent).toBe('one')
  })
})

/** An address of each page where there is something to show. */
const exampleOf: Readonly<Record<string, string>> = {
  '/requests/:id': '/requests/6',
  '/mirrors/:id': `/mirrors/${mirrorIdOf('dublin')}`,
  '/repositories/:id': '/repositories/11',
  '/projects/:id': '/projects/1',
}

const NOON = Date.parse('2026-03-03T12:00:00Z')

/** Ages move on after this, in ms; see `use-now.ts`. */
const TICK_MS = 5000

describe('a translated page', () => {
  it.each(
    pages.map(({ path }, index) => [exampleOf[path] ?? path, WRAPPINGS[index % 3] ?? 'replaced'] as const),
  )('%s works and stays current while it is translated (%s)', async (path, wrapping) => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: NOON })
    onTestFinished(() => void vi.useRealTimers())
    const { router, queryClient, screen, user } = await renderApp(path)
    const settled = () =>
      eventually(
        () => {
          screen.getByRole('heading', { level: 1 })
          expect(queryClient.isFetching()).toBe(0)
        },
        { timeout: 8000 },
      )
    const open = async (address: string) => {
      await act(() => router.navigate(address))
      await settled()
    }
    await settled()
    onTestFinished(keepTranslatedTexts())
    const { frozen } = startTranslator(wrapping)

    vi.setSystemTime(NOON + 600_000)
    await act(() => vi.advanceTimersByTimeAsync(TICK_MS))
    await settled()
    expect(frozen()).toEqual([])

    // Each kind of control once: rows repeat theirs.
    const pressed = new Set<string>()
    const nextControl = () =>
      within(screen.getByRole('main'))
        .queryAllByRole('button')
        .find(({ textContent }) => !pressed.has(textContent))
    for (let control = nextControl(); control !== undefined; control = nextControl()) {
      pressed.add(control.textContent)
      await user.click(control)
      await user.keyboard('{Escape}')
      if (router.state.location.pathname !== path) await open(path)
      expect(frozen()).toEqual([])
    }
    await act(() => queryClient.invalidateQueries())
    for (const address of ['/mirrors', '/', path]) {
      await open(address)
      expect(frozen()).toEqual([])
    }
  })
})
