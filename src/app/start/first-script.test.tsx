import { beforeEach, describe, expect, test, vi } from 'vitest'
import { dropEarlyAnswers, takeEarlyAnswer } from '#app/api/early-answers.ts'
import { COLOR_SCHEME_KEY } from '#app/browser/color-scheme-key.ts'
import { earlyPages } from '#build/early-pages.ts'

const requests = earlyPages['/requests']?.reads[0] ?? ''

/** The document as the gateway writes it. */
const write = (metas: Readonly<Record<string, string>>) => {
  document.head.replaceChildren(
    ...Object.entries(metas).map(([name, content]) => {
      const meta = document.createElement('meta')
      meta.setAttribute('name', `mirror-console-${name}`)
      meta.setAttribute('content', content)
      return meta
    }),
  )
}

const signedIn = {
  session: JSON.stringify({ user: 'admin', upstream: 'http://bitbucket.test', embedded: null }),
  pages: JSON.stringify({ '/requests': { files: ['assets/requests.js'], reads: [requests] } }),
}

const asked = vi.fn<typeof fetch>()
const openAt = async (address: string) => {
  history.replaceState(null, '', address)
  vi.resetModules()
  await import('./first-script.ts')
}
const preloads = () => [...document.querySelectorAll('link')].map((link) => link.getAttribute('href'))

describe('the first script of the document', () => {
  beforeEach(() => {
    dropEarlyAnswers()
    document.documentElement.removeAttribute('data-mantine-color-scheme')
    asked.mockReset().mockImplementation(() => Promise.resolve(new Response('{}')))
    vi.stubGlobal('fetch', asked)
  })

  test('asks for code and data of the page, and hands each answer over once', async () => {
    write(signedIn)
    await openAt('/requests')
    expect(preloads()).toEqual(['/assets/requests.js'])
    expect(asked.mock.calls.map(([target]) => target)).toEqual([requests])
    expect(await takeEarlyAnswer(requests)).toBeInstanceOf(Response)
    expect(takeEarlyAnswer(requests)).toBeNull()
  })

  test('knows below which path the console lives', async () => {
    write({ ...signedIn, base: '/mirrors' })
    await openAt('/mirrors/requests')
    expect(preloads()).toEqual(['/mirrors/assets/requests.js'])
    expect(asked.mock.calls.map(([target]) => target)).toEqual([`/mirrors${requests}`])
  })

  test.each([
    ['nobody is signed in', '/requests', { ...signedIn, session: '{"user":null}' }],
    ['the document says nothing', '/requests', {}],
    ['what it says cannot be read', '/requests', { ...signedIn, session: '__SESSION__' }],
    ['the address asks for something else', '/requests?state=ACCEPTED', signedIn],
    ['the page is not one of the first', '/upstream', signedIn],
  ])('asks for no data when %s', async (_when, address, metas) => {
    write(metas)
    await openAt(address)
    expect(asked).not.toHaveBeenCalled()
  })

  test('leaves a failure to whoever takes the answer', async () => {
    asked.mockImplementation(() => Promise.reject(new TypeError('offline')))
    write(signedIn)
    await openAt('/requests')
    await expect(takeEarlyAnswer(requests)).rejects.toThrow('offline')
  })

  test('shows the scheme that somebody chose, and without a choice the system’s', async () => {
    write(signedIn)
    await openAt('/requests')
    expect(document.documentElement.hasAttribute('data-mantine-color-scheme')).toBe(false)
    localStorage.setItem(COLOR_SCHEME_KEY, 'dark')
    await openAt('/requests')
    expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark')
    localStorage.removeItem(COLOR_SCHEME_KEY)
  })
})
