import { beforeEach, describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { upstreamRefusal } from '#demo/testing/upstream-answer.ts'
import { PAGE_PLACES } from './testing/page-places.ts'

const NOTICE = /What you see was read/

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
})

describe('one reason for which a page could not be read again is said once', () => {
  it.each(PAGE_PLACES)('on the page of $name', async ({ path, data }) => {
    const { screen, queryClient } = await renderApp(path)
    const isShown = (text: string) => (typeof data === 'string' ? text.includes(data) : data.test(text))
    await eventually(() => expect(document.body.textContent).toSatisfy(isShown))
    await eventually(() => expect(queryClient.isFetching()).toBe(0))
    vi.stubGlobal('fetch', () => Promise.resolve(upstreamRefusal(500)))
    await queryClient.refetchQueries({ type: 'active' })
    await eventually(() => expect(screen.queryAllByText(NOTICE)).not.toEqual([]))
    expect(queryClient.isFetching()).toBe(0)
    expect(screen.getAllByText(NOTICE)).toHaveLength(1)
  })
})
