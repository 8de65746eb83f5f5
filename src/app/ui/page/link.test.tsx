import { fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter, useLocation } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import { Link } from './link.tsx'

const Here = () => {
  const { pathname, search } = useLocation()
  return <output>{pathname + search}</output>
}

const show = (link: React.ReactElement, base = '/console') =>
  render(
    <MemoryRouter basename={base} initialEntries={[`${base}/mirrors?sort=name`]}>
      {link}
      <Here />
    </MemoryRouter>,
  )

describe('a link to another page', () => {
  it.each([
    ['/requests/6?tab=x', '/console/requests/6?tab=x'],
    ['?length=7d', '/console/mirrors?length=7d'],
    ['/', '/console'],
  ])('to %s has its whole address, so that it can be opened in another tab', (to, href) => {
    show(<Link to={to}>go</Link>)
    expect(screen.getByRole('link').getAttribute('href')).toBe(href)
  })

  it.each(['//evil.test/x', '/\\evil.test', 'javascript:alert(1)', 'https://evil.test/', '\t//evil.test'])(
    'never leaves the console, whatever address it is given: %j',
    (to) => {
      for (const base of ['', '/console']) {
        const { unmount } = show(<Link to={to}>go</Link>, base)
        const link = screen.getByRole<HTMLAnchorElement>('link')
        expect([link.origin, link.pathname.startsWith(`${base}/`)]).toEqual([location.origin, true])
        unmount()
      }
    },
  )

  it('opens without a load on a plain click, and leaves other clicks to the browser', () => {
    const seen = vi.fn<() => void>()
    show(
      <Link to="/requests" onClick={seen}>
        go
      </Link>,
    )
    expect(fireEvent.click(screen.getByRole('link'), { ctrlKey: true })).toBe(true)
    expect(screen.getByRole('status').textContent).toBe('/mirrors?sort=name')
    expect(fireEvent.click(screen.getByRole('link'))).toBe(false)
    expect(screen.getByRole('status').textContent).toBe('/requests')
    expect(seen).toHaveBeenCalledTimes(2)
  })

  it('does nothing where its own handler took the click', () => {
    show(
      <Link to="/requests" onClick={(event) => event.preventDefault()}>
        go
      </Link>,
    )
    fireEvent.click(screen.getByRole('link'))
    expect(screen.getByRole('status').textContent).toBe('/mirrors?sort=name')
  })
})
