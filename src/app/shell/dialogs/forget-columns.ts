import { COLUMNS_FORGOTTEN } from '#app/ui/table/use-hidden-columns.ts'

/** Lets every table show its usual columns again, also those that are on screen. */
export const forgetColumns = (): void => {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('mirror-console-columns-')) localStorage.removeItem(key)
    }
  } catch {
    // Without storage only the tables on screen have choices.
  }
  dispatchEvent(new Event(COLUMNS_FORGOTTEN))
}
