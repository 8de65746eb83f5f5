import { wait } from '#app/api/wait.ts'

/** What is wrong is drawn, and answers to a click, before anything else takes the line and the processor; ms. */
const AFTER_ROWS_MS = 500

/** Fetches what the overview shows below the incidents. */
export const fetchOverviewDetails = async () => {
  await wait(AFTER_ROWS_MS)
  return (await import('./overview-details.tsx')).OverviewDetails
}
