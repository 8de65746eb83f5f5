/** One row of the baselines' table. */
export type BaselineRow = { readonly id: string; readonly mirrorName: string; readonly mirrorBaseUrl: string }

/** The first page of pending requests, read as simply as can be: what is unchecked here, the console checks. */
export const readRequests = async (): Promise<readonly BaselineRow[]> => {
  const answer = await fetch('/rest/mirroring/latest/requests?state=PENDING&limit=100')
  const page: { values: readonly BaselineRow[] } = await answer.json()
  return page.values
}
