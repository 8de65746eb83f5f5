import { announce } from '#app/browser/announcements.ts'
import type { PaletteCommand } from './palette-command.ts'

const nameOf = (button: HTMLElement): string =>
  (button.getAttribute('aria-label') ?? button.textContent).trim()

/**
 * The buttons that the page offers at this moment, as commands. They are read from the document: whatever a page offers
 * is there by its accessible name, so no page has to say it twice, and nothing is offered that is not there.
 */
export const pageActions = (page: ParentNode): readonly PaletteCommand[] => {
  const seen = new Set<string>()
  return [
    ...page.querySelectorAll<HTMLElement>('main button:not(:disabled, [aria-disabled="true"])'),
  ].flatMap((button) => {
    const name = nameOf(button)
    if (name === '' || seen.has(name)) return []
    seen.add(name)
    const act = () => {
      if (button.isConnected) button.click()
      else announce(`“${name}” is no longer offered`)
    }
    return [{ id: `action ${name}`, group: 'On this page' as const, name, run: { act } }]
  })
}
