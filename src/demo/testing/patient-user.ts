import userEvent, { type UserEvent } from '@testing-library/user-event'
import { eventually } from './eventually.ts'

/** The people of tests, who press a button once it can be pressed: a press on one that cannot would be lost, unsaid. */
export const patientUser = (): UserEvent => {
  const user = userEvent.setup()
  return {
    ...user,
    click: async (element) => {
      await eventually(() => {
        if (element.matches(':disabled')) throw new Error(`“${element.textContent}” cannot be pressed.`)
      })
      await user.click(element)
    },
  }
}
