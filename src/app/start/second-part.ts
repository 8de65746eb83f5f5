import type { QueryClient } from '@tanstack/react-query'
import { ignoreSecondPress } from '#app/browser/ignore-second-press.ts'
import { rememberAnswers } from '#app/domain/availability/remember-answers.ts'
import { followPrint } from '#app/shell/print/follow-print.ts'

/** Starts what runs behind every page and is not needed for the first one. */
export const startSecondPart = (client: QueryClient): void => {
  ignoreSecondPress()
  rememberAnswers(client)
  followPrint(client)
}
