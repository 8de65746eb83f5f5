import { expect, it, vi } from 'vitest'
import { prefetchOnIntent } from './prefetch-on-intent.ts'

const at = (selector: string, event: string) =>
  document.querySelector(selector)?.dispatchEvent(new Event(event, { bubbles: true }))

it('pointing at a link or focusing it fetches the code of its page, once for each time', () => {
  const fetchCode = vi.fn<(pathname: string) => void>()
  prefetchOnIntent({ fetchCode })
  document.body.innerHTML =
    '<main><a href="/mirrors/a"><b>inside</b></a><a href="/requests?state=rejected">b</a><a href="https://elsewhere.test/requests">c</a><i>d</i></main>'
  at('b', 'pointerover')
  expect(fetchCode.mock.calls).toEqual([['/mirrors/a']])
  at('a[href^="/requests"]', 'focusin')
  expect(fetchCode.mock.calls).toEqual([['/mirrors/a'], ['/requests']])
  at('a[href^="https"]', 'pointerover')
  at('i', 'pointerover')
  expect(fetchCode).toHaveBeenCalledTimes(2)
})
