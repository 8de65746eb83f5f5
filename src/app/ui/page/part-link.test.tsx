import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { PartLink } from './part-link.tsx'

const shown: string[] = []

beforeEach(() => {
  shown.length = 0
  // jsdom has no layout to scroll.
  Element.prototype.scrollIntoView = vi.fn(function note(this: Element) {
    shown.push(this.id)
  })
})

const Parts = ({ ids }: { ids: readonly string[] }) => (
  <main>
    <PartLink to="fleet">Fleet</PartLink>
    <PartLink to="changes">Changes</PartLink>
    {ids.map((id) => (
      <section key={id} id={id} />
    ))}
  </main>
)

describe('a link to a part of the page', () => {
  it('shows the part, has the focus there, and leaves the address', () => {
    const { href } = location
    render(<Parts ids={['fleet', 'changes']} />)
    fireEvent.click(screen.getByRole('link', { name: 'Changes' }))
    expect(shown).toEqual(['changes'])
    expect(document.activeElement?.id).toBe('changes')
    expect(location.href).toBe(href)
  })

  it('shows a part that is on its way when it comes, the last one that was asked for', async () => {
    const { rerender } = render(<Parts ids={[]} />)
    fireEvent.click(screen.getByRole('link', { name: 'Changes' }))
    fireEvent.click(screen.getByRole('link', { name: 'Fleet' }))
    rerender(<Parts ids={['changes']} />)
    rerender(<Parts ids={['changes', 'fleet']} />)
    await eventually(() => expect(shown).toEqual(['fleet']))
  })

  it.each(['pointerdown', 'keydown'])('follows no part any more after a %s elsewhere', async (event) => {
    const { rerender } = render(<Parts ids={[]} />)
    fireEvent.click(screen.getByRole('link', { name: 'Changes' }))
    fireEvent(globalThis.window, new Event(event))
    rerender(<Parts ids={['changes']} />)
    await Promise.resolve()
    expect(shown).toEqual([])
    expect(document.activeElement?.id).not.toBe('changes')
  })
})
