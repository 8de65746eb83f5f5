import { tabText } from '#app/browser/tab-text.ts'

/** Where answers of mirrors are kept over a reload of this tab. */
export const keptText = tabText('answers')

/** Forgets what was kept: at sign-out. The next page writes nothing, since nobody is signed in there. */
export const forgetAnswers = (): void => keptText.remove()
