import { UNSAFE_createMemoryHistory as createMemoryHistory } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import type { PageAddress } from '#app/api/page-needs.ts'
import { createPageRouter, type PageRoute } from './page-router.ts'

const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

/** Code that comes when a test says so. */
const codeOf = (name: string) => {
  const Page = () => name
  const attempts: PromiseWithResolvers<typeof Page>[] = []
  const load = vi.fn<() => Promise<typeof Page>>(() => {
    const attempt = Promise.withResolvers<typeof Page>()
    attempts.push(attempt)
    return attempt.promise
  })
  return {
    Page,
    load,
    arrives: async () => {
      attempts.shift()?.resolve(Page)
      await turn()
    },
    isLost: async () => {
      attempts.shift()?.reject(new Error('no such file'))
      await turn()
    },
  }
}

const setUp = async ({
  at = '/base/list',
  enter = () => Promise.resolve(null),
}: { at?: string; enter?: (here: string) => Promise<string | null> } = {}) => {
  const [list, item, signIn] = [codeOf('list'), codeOf('item'), codeOf('sign-in')]
  const start = vi.fn<(path: string, address: PageAddress) => void>()
  const route = (path: string, load: PageRoute['load'], isFramed = true): PageRoute => ({
    path,
    isFramed,
    load,
    start: (address) => start(path, address),
  })
  const history = createMemoryHistory({ initialEntries: [at] })
  const router = createPageRouter({
    history,
    basename: '/base',
    routes: [route('/list', list.load), route('/items/:id', item.load), route('/in', signIn.load, false)],
    enter: vi.fn<typeof enter>(enter),
  })
  await list.arrives()
  const shown = () => {
    const now = router.get().shown
    return now === null ? null : [now.location.pathname + now.location.search, now.content]
  }
  return { router, history, list, item, signIn, start, shown }
}

const addressOf = ({ location }: ReturnType<typeof createMemoryHistory>) =>
  location.pathname + location.search

describe('opening another page', () => {
  it('starts its data with its code, and keeps the page before until the code has come', async () => {
    const { router, history, list, item, start, shown } = await setUp()
    router.navigator.push('/base/items/a%20b?tab=1')
    expect(start.mock.lastCall?.[0]).toBe('/items/:id')
    expect(start.mock.lastCall?.[1].id).toBe('a b')
    expect(start.mock.lastCall?.[1].search.get('tab')).toBe('1')
    expect([shown(), router.get().isNavigating]).toEqual([['/base/list', { Page: list.Page }], true])
    expect(addressOf(history)).toBe('/base/list')
    await item.arrives()
    expect([shown(), router.get().isNavigating]).toEqual([
      ['/base/items/a%20b?tab=1', { Page: item.Page }],
      false,
    ])
    expect([addressOf(history), history.index]).toEqual(['/base/items/a%20b?tab=1', 1])
  })

  it('is given up for a newer one, in whatever order their code comes', async () => {
    const { router, history, list, item, shown } = await setUp()
    router.navigator.push('/base/items/1')
    router.navigator.push('/base/list?sort=name')
    expect([shown(), router.get().isNavigating]).toEqual([
      ['/base/list?sort=name', { Page: list.Page }],
      false,
    ])
    await item.arrives()
    expect([shown()?.[0], history.index]).toEqual(['/base/list?sort=name', 1])
  })

  it('shows at its address that the code is lost, and tries again when it is opened again', async () => {
    const { router, history, item, shown } = await setUp()
    router.navigator.push('/base/items/1')
    await item.isLost()
    expect([shown(), addressOf(history)]).toEqual([
      ['/base/items/1', { error: new Error('no such file') }],
      '/base/items/1',
    ])
    router.navigator.push('/base/items/1')
    await item.arrives()
    expect(shown()?.[1]).toEqual({ Page: item.Page })
  })

  it('follows a step back, whose address stands already', async () => {
    const { router, history, list, item, shown } = await setUp()
    router.navigator.replace('/base/items/1')
    await item.arrives()
    router.navigator.push('/base/list')
    await list.arrives()
    router.navigator.go(-1)
    expect([addressOf(history), shown()?.[0]]).toEqual(['/base/items/1', '/base/list'])
    await item.arrives()
    expect([shown()?.[0], history.index]).toEqual(['/base/items/1', 0])
  })

  it('draws once where only the query changes, and asks for nothing', async () => {
    const { router, list, start, shown } = await setUp()
    const drawn = vi.fn<() => void>()
    router.subscribe(drawn)
    router.navigator.replace('/base/list?show=failing')
    expect(shown()).toEqual(['/base/list?show=failing', { Page: list.Page }])
    expect([drawn, start, list.load].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1])
  })
})

const signInAt = (here: string) => Promise.resolve(`/in?returnTo=${here}`)

describe('the frame', () => {
  it('is not shown to a stranger, who goes to sign in instead and does not come back by a step', async () => {
    const { history, signIn, shown } = await setUp({ at: '/base/list?a=1', enter: signInAt })
    await signIn.arrives()
    expect(shown()).toEqual(['/base/in?returnTo=/list?a=1', { Page: signIn.Page }])
    expect(history.index).toBe(0)
  })

  it('is not shown as long as it is not known who is there', async () => {
    const refused = new Error('no answer')
    const { router, shown } = await setUp({ enter: () => Promise.reject(refused) })
    expect(shown()).toEqual(['/base/list', { error: refused }])
    expect(router.get().shown?.isFramed).toBe(false)
  })

  it('asks who is there once, and again after signing in', async () => {
    const enter = vi.fn<(here: string) => Promise<string | null>>(() => Promise.resolve(null))
    const { router, list, item, signIn } = await setUp({ enter })
    router.navigator.push('/base/items/1')
    await item.arrives()
    expect(enter.mock.calls).toEqual([['/list']])
    router.navigator.push('/base/in')
    await signIn.arrives()
    router.navigator.push('/base/list')
    await list.arrives()
    expect(enter.mock.calls).toEqual([['/list'], ['/list']])
  })
})

it('code that is fetched ahead asks for no data and fails silently', async () => {
  const { router, item, start } = await setUp()
  const before = start.mock.calls.length
  router.fetchCode('/base/items/1')
  router.fetchCode('/base/nowhere')
  router.fetchCode('/elsewhere')
  await item.isLost()
  expect([item.load.mock.calls.length, start.mock.calls.length]).toEqual([1, before])
})
