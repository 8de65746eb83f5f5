import type { HistorySpan } from '#contract/history.ts'
import { verdictOfSpan } from '#app/domain/history/verdict-of-span.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { csvText } from '#app/ui/table/csv/csv-text.ts'

/** The history of one mirror as CSV: a line for each span; the time between two lines was not watched. */
export const spansCsv = (mirrorId: string, spans: readonly HistorySpan[]): string =>
  csvText([
    ['Mirror id', 'From', 'To', 'Health'],
    ...spans.map((span) => [
      mirrorId,
      new Date(span.from).toISOString(),
      new Date(span.to).toISOString(),
      verdictWords[verdictOfSpan(span)],
    ]),
  ])
