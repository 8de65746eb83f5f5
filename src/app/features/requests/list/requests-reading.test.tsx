import { describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { requestKeys } from '#app/domain/request/requests.ts'
import { interceptPages } from '#demo/testing/intercept-pages.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { upstreamRefusal } from '#demo/testing/upstream-answer.ts'
import type { ListBehaviour } from '#upstream/list-names.ts'

type World = Awaited<ReturnType<typeof renderApp>>

const namesIn = ({ screen }: World) => screen.getAllByRole('rowheader').map(({ textContent }) => textContent)

/** Opens a page of 10,000 pending requests, with a test before its pages. */
const open = async (
  path: string,
  answerPage: Parameters<typeof interceptPages>[0] = (_start, ask) => ask(),
  lists: ListBehaviour = 'plain',
) => {
  // Rows have a height, or all of them would be in view.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
  const world = await renderApp('/upstream', { seed: 'crowded', lists })
  const seen = interceptPages(answerPage)
  await world.router.navigate(path)
  return { ...world, seen }
}

const whole = { timeout: 20_000 }

/** Holds every page after the first until it is let go. */
const gate = () => {
  const held: (() => void)[] = []
  return {
    held,
    answerPage: async (start: number, ask: () => Promise<Response>) => {
      if (start > 0) await new Promise<void>((resolve) => held.push(resolve))
      return ask()
    },
    letOneGo: async () => {
      await eventually(() => expect(held).not.toHaveLength(0), whole)
      held.shift()?.()
    },
    letAllGo: () => {
      for (const letGo of held.splice(0)) letGo()
    },
  }
}

describe('a list of 10,000 requests', { timeout: 40_000 }, () => {
  it('is searched to its last page by itself, with two questions at a time at most', async () => {
    const world = await open('/requests?search=Accra 15103')
    expect(await world.screen.findByText('No request matches the search.', {}, whole)).toBeTruthy()
    const box = world.screen.getByRole('searchbox', { name: 'Search' })
    await world.user.clear(box)
    await world.user.type(box, 'accra 15083')
    expect(await world.screen.findByText('1 of 10,000 loaded requests shown.')).toBeTruthy()
    expect(namesIn(world)).toEqual(['Accra 15083'])
    expect(world.seen.most).toBe(2)
    const asked = world.traffic.filter((line) => line.includes('/requests?'))
    expect(asked.filter((line) => !/\?(?:(?:start|limit|state)=\w+&?){3}$/.test(line))).toEqual([])
    // The last one was asked ahead, beyond the end.
    expect(world.seen.starts).toEqual([0, 59, ...Array.from({ length: 10 }, (_page, at) => 1058 + 999 * at)])
  })

  it('says that nothing was found only when it was read to its end', async () => {
    const { answerPage, letOneGo, letAllGo } = gate()
    const world = await open('/requests?search=no such mirror', answerPage)
    expect(await world.screen.findByText('Not found yet: 60 requests read so far.')).toBeTruthy()
    expect(world.screen.getAllByText(/Reading the rest\./)).not.toHaveLength(0)
    await letOneGo()
    expect(await world.screen.findByText('Not found yet: 1,059 requests read so far.')).toBeTruthy()
    expect(world.screen.queryByText('No request matches the search.')).toBeNull()
    await world.user.click(world.screen.getByRole('button', { name: 'Stop reading' }))
    letAllGo()
    expect(
      await world.screen.findByText('0 of at least 1,059 requests shown. Reading was stopped.'),
    ).toBeTruthy()
    expect(world.seen.starts).toEqual([0, 59, 1058, 2057])
    await world.user.click(world.screen.getAllByRole('button', { name: 'Continue' })[0] ?? document.body)
    await letOneGo()
    expect(await world.screen.findByText('Not found yet: 2,058 requests read so far.')).toBeTruthy()
  })

  it('is sorted as a whole, and says so as long as it is not', async () => {
    const { answerPage, letOneGo, held } = gate()
    const world = await open('/requests?sort=name.desc', answerPage)
    expect(await world.screen.findByText(/Only what was read so far is sorted\./)).toBeTruthy()
    for (let page = 1; page <= 10; page += 1) await letOneGo()
    expect(await world.screen.findByText('10,000 requests loaded.', {}, whole)).toBeTruthy()
    // Asked ahead, beyond the end, and given up.
    expect(held).toHaveLength(1)
    await eventually(() => expect(namesIn(world)[0]).toBe('Turin 9995'))
  })

  it('reads nothing more by itself without a reason, and all of it when asked', async () => {
    const world = await open('/requests')
    expect(await world.screen.findByText('60 requests read so far, there are more.')).toBeTruthy()
    expect(world.seen.starts).toEqual([0])
    expect(await world.screen.findByRole('link', { name: 'Pending at least 60' })).toBeTruthy()
    await world.user.click(world.screen.getByRole('button', { name: 'Read all' }))
    expect(await world.screen.findByText('10,000 requests loaded.', {}, whole)).toBeTruthy()
    expect(await world.screen.findByRole('link', { name: 'Pending 10,000' })).toBeTruthy()
    expect(world.screen.queryByRole('button', { name: /Read|Stop|Continue/ })).toBeNull()
  })

  it('waits where Bitbucket asks for it, says so, and goes on by itself', async () => {
    let isLimited = true
    const world = await open('/requests?search=accra 15083', (start, ask) => {
      const isNow = start === 1058 && isLimited
      if (isNow) isLimited = false
      return isNow ? Promise.resolve(upstreamRefusal(429, { 'retry-after': '1' })) : ask()
    })
    const words =
      /^0 of at least 1,059 requests shown\. Bitbucket asked to wait\. Reading goes on at \d\d:\d\d:\d\d\.$/
    expect(await world.screen.findByText(words)).toBeTruthy()
    expect(await world.screen.findByRole('rowheader', { name: 'Accra 15083' }, whole)).toBeTruthy()
    expect(world.seen.starts.filter((start) => start === 1058)).toHaveLength(2)
  })

  it('can be stopped while it waits', async () => {
    const world = await open('/requests?search=accra 15083', (start, ask) =>
      start === 59 ? Promise.resolve(upstreamRefusal(429, { 'retry-after': '60' })) : ask(),
    )
    await world.screen.findByText(/^0 of at least 60 requests shown\. Bitbucket asked to wait\./)
    await world.user.click(world.screen.getByRole('button', { name: 'Stop reading' }))
    expect(
      await world.screen.findByText('0 of at least 60 requests shown. Reading was stopped.'),
    ).toBeTruthy()
  })

  it('keeps its rows where a page fails, says what happened, and goes on when asked', async () => {
    let isBroken = true
    const world = await open('/requests?search=accra', (start, ask) =>
      start === 1058 && isBroken ? Promise.resolve(upstreamRefusal(500)) : ask(),
    )
    const words = '106 of at least 1,059 requests shown. The rest was not read. Something went wrong.'
    expect(await world.screen.findByText(words, {}, whole)).toBeTruthy()
    expect(namesIn(world)[0]).toBe('Accra 103')
    isBroken = false
    await world.user.click(world.screen.getByRole('button', { name: 'Continue' }))
    expect(await world.screen.findByText('1,000 of 10,000 loaded requests shown.', {}, whole)).toBeTruthy()
  })

  it('is read no further when its page is left, and when another list is shown', async () => {
    const { held, answerPage, letOneGo, letAllGo } = gate()
    const world = await open('/requests?search=no such mirror', answerPage)
    await letOneGo()
    await eventually(() => expect(held).toHaveLength(2), whole)
    await world.router.navigate('/requests?state=rejected')
    await world.screen.findByRole('rowheader', { name: 'Lima 111' })
    letAllGo()
    await world.router.navigate('/upstream')
    await world.screen.findByRole('heading', { level: 1, name: 'Upstream' })
    const { starts } = world.seen
    expect(starts).toEqual([0, 59, 1058, 2057, 0])
  })
})

describe('a long list that was read', { timeout: 40_000 }, () => {
  it('is not read again because it changed, says that it has, and is when asked', async () => {
    const world = await open('/requests?state=accepted&sort=name.asc', undefined, 'capped')
    expect(await world.screen.findByText('100 requests loaded.', {}, whole)).toBeTruthy()
    const { length } = world.seen.starts
    const key = { queryKey: requestKeys.list('ACCEPTED') }
    await world.queryClient.invalidateQueries({ ...key, refetchType: 'none' })
    const words = '100 requests loaded. The list has changed since it was read.'
    expect(await world.screen.findByText(words)).toBeTruthy()
    expect(world.seen.starts).toHaveLength(length)
    await world.user.click(world.screen.getByRole('button', { name: 'Read again' }))
    expect(await world.screen.findByText('100 requests loaded.', {}, whole)).toBeTruthy()
    expect(world.seen.starts.slice(length)).toHaveLength(17)
  })
})

describe('a list that is hard to read', { timeout: 40_000 }, () => {
  it('fills a window where Bitbucket gives seven rows a page, and stops there', async () => {
    const world = await open('/requests', undefined, 'capped')
    expect(await world.screen.findByText(/^\d\d requests read so far, there are more\.$/)).toBeTruthy()
    expect(world.seen.starts.length).toBeGreaterThan(6)
    expect(world.seen.starts.length).toBeLessThan(12)
  })

  it('loses no row in gaps between its pages', async () => {
    const world = await open('/requests?search=accra 15083', undefined, 'gaps')
    expect(await world.screen.findByText('1 of 10,000 loaded requests shown.', {}, whole)).toBeTruthy()
  })

  it('says that it changed while it was read, and has every row that is there', async () => {
    const world = await open('/requests?sort=name.asc', undefined, 'changing')
    const words =
      /^10,000 requests loaded, \d sent twice and shown once\. The list changed while it was read\.$/
    expect(await world.screen.findByText(words, {}, whole)).toBeTruthy()
    expect(world.screen.getByRole('button', { name: 'Read again' })).toBeTruthy()
  })
})
