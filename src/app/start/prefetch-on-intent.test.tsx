import { createMemoryRouter } from 'react-router'
import { expect, it, vi } from 'vitest'
import { prefetchOnIntent } from './prefetch-on-intent.ts'

const loads = vi.fn<(page: string) => void>()
const page = (name: string) => ({
  lazy: {
    Component: () => {
      loads(name)
      return name === 'broken' ? Promise.reject(new Error('no such file')) : Promise.resolve(() => name)
    },
  },
})

const at = (selector: string, event: string) =>
  document.querySelector(selector)?.dispatchEvent(new Event(event, { bubbles: true }))

it('pointing at a link or focusing it fetches the code of its page, once for each time', () => {
  const router = createMemoryRouter([
    { path: '/', Component: () => null },
    { path: '/mirrors/:id', ...page('mirror') },
    { path: '/broken', ...page('broken') },
  ])
  prefetchOnIntent(router)
  document.body.innerHTML =
    '<a href="/mirrors/a"><b>inside</b></a><a href="/broken">b</a><a href="https://elsewhere.test/broken">c</a><i>d</i>'
  at('b', 'pointerover')
  expect(loads.mock.calls).toEqual([['mirror']])
  at('a[href="/broken"]', 'focusin')
  expect(loads.mock.calls).toEqual([['mirror'], ['broken']])
  at('a[href^="https"]', 'pointerover')
  at('i', 'pointerover')
  expect(loads).toHaveBeenCalledTimes(2)
})
