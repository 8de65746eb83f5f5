import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepFocus } from './focus-keeper.ts'

const LONG_MS = 1000

const byId = (id: string): HTMLButtonElement => {
  const element = document.querySelector<HTMLButtonElement>(`#${id}`)
  if (element === null) throw new Error(`There is no #${id}.`)
  return element
}

const settle = () => vi.advanceTimersByTimeAsync(LONG_MS)

const nothing = (): void => undefined

describe('the focus', () => {
  let end = nothing
  beforeEach(() => {
    vi.useFakeTimers()
    document.body.innerHTML = `<main><h1 tabindex="-1">Title</h1><button id="other">Other</button>
      <p><input id="field"><button id="clear">Clear</button></p><section><button id="only">Only</button></section></main>`
    end = keepFocus()
  })
  afterEach(() => {
    end()
    vi.useRealTimers()
    document.body.innerHTML = ''
  })

  it('comes back to a button that was busy', async () => {
    const button = byId('only')
    button.focus()
    button.dataset['loading'] = 'true'
    button.disabled = true
    button.blur()
    await settle()
    expect(document.activeElement).toBe(document.body)
    button.disabled = false
    delete button.dataset['loading']
    await settle()
    expect(document.activeElement).toBe(button)
  })

  it('goes on beside a control that is taken away, and at the heading where nothing is left', async () => {
    byId('clear').focus()
    byId('clear').remove()
    await settle()
    expect(document.activeElement?.id).toBe('field')
    byId('only').focus()
    byId('only').closest('section')?.remove()
    await settle()
    expect(document.activeElement?.tagName).toBe('H1')
  })

  it('stays away where the person or the page moved it', async () => {
    byId('only').focus()
    byId('only').blur()
    await settle()
    expect(document.activeElement).toBe(document.body)
    byId('only').focus()
    byId('only').remove()
    byId('other').focus()
    await settle()
    expect(document.activeElement?.id).toBe('other')
  })
})
