import type { QueryClient } from '@tanstack/react-query'
import { rememberAnswers } from '#app/domain/availability/remember-answers.ts'
import { followPrint } from '#app/shell/print/follow-print.ts'

/** Starts what runs behind every page and is not needed for the first one. */
export const startSecondPart = (client: QueryClient): void => {
  rememberAnswers(client)
  followPrint(client)
}
