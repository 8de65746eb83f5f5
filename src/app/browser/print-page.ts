import { paperReady } from './paper-ready.ts'

/** So long a print waits until pages are fit for paper, in ms. After that, the page is printed as it is. */
const WAIT_MS = 5000

/**
 * Opens the browser's print dialog, once what was pressed is done and drawn: the dialog stops everything else.
 *
 * @param ready ends when pages are fit for paper.
 */
export const printPage = async (ready: Promise<void> = paperReady.promise): Promise<void> => {
  const late = new Promise((resolve) => setTimeout(resolve, WAIT_MS))
  await Promise.race([ready, late])
  globalThis.print()
}
