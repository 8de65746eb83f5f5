import { describe, expect, it } from 'vitest'
import { pageActions } from './page-actions.ts'

/** A page with these buttons; `null` for one that is off. */
const page = (...buttons: readonly { text?: string; label?: string; off?: boolean }[]) => {
  const root = document.createElement('div')
  const main = document.createElement('main')
  root.append(main)
  const clicked: string[] = []
  for (const { text = '', label, off = false } of buttons) {
    const button = document.createElement('button')
    button.textContent = text
    if (label !== undefined) button.setAttribute('aria-label', label)
    button.disabled = off
    button.addEventListener('click', () => clicked.push(label ?? text))
    main.append(button)
  }
  return { root, clicked }
}

describe('the actions of a page', () => {
  it('are its buttons by their accessible names, each once, without those that are off', () => {
    const { root } = page(
      { text: 'Accept', label: 'Accept Sydney' },
      { text: 'Save' },
      { text: 'Save' },
      { text: 'Clear preference', off: true },
      { text: ' ' },
    )
    expect(pageActions(root).map(({ name }) => name)).toEqual(['Accept Sydney', 'Save'])
  })

  it('do what a click would do', () => {
    const { root, clicked } = page({ text: 'Save' })
    document.body.append(root)
    for (const { run } of pageActions(root)) if ('act' in run) run.act()
    root.remove()
    expect(clicked).toEqual(['Save'])
  })

  it('do nothing once the button is gone', () => {
    const { root, clicked } = page({ text: 'Save' })
    for (const { run } of pageActions(root)) if ('act' in run) run.act()
    expect(clicked).toEqual([])
  })
})
