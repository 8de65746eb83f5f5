import type { Locator } from '@playwright/test'
import type { Press } from '#e2e/chaos/act.ts'

/** How long a person waits for something to press, in ms. What is not there by then is not done. */
export const PATIENCE = { timeout: 3000 } as const

/** Presses a button as said. */
export const pressButton = async (button: Locator, press: Press): Promise<void> => {
  switch (press) {
    case 'once':
      await button.click(PATIENCE)
      return
    case 'twice':
      await button.dblclick(PATIENCE)
      return
    case 'held': {
      await button.focus(PATIENCE)
      const { keyboard } = button.page()
      for (let repeat = 0; repeat < 5; repeat += 1) await keyboard.down('Enter')
      await keyboard.up('Enter')
    }
  }
}
