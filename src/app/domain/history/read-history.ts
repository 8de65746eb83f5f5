import { type History, HISTORY_PATH, history } from '#contract/history.ts'
import { readOwn } from '#app/api/client.ts'

/**
 * Asks the gateway what its watch saw.
 *
 * @throws Problem when it does not say.
 */
export const readHistory = (query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<History> =>
  readOwn(history, `${HISTORY_PATH}?${new URLSearchParams(query).toString()}`, signal)
