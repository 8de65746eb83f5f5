import type { History, HistorySpan } from '#contract/history.ts'
import { verdictOfSpan } from '#app/domain/history/verdict-of-span.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import type { ExportTable } from '#app/ui/table/export/export-table.ts'

const isoOf = (instant: number): string => new Date(instant).toISOString()

/**
 * The history of one mirror for a file: a row for each span; the time between two rows was not watched.
 *
 * @param readAt when it was read, epoch ms.
 */
export const spansTable = (
  mirrorId: string,
  spans: readonly HistorySpan[],
  { from, to, readAt }: Pick<History, 'from' | 'to'> & { readonly readAt: number },
): ExportTable<HistorySpan> => ({
  label: `History ${mirrorId}`,
  columns: [
    { id: 'mirror-id', header: 'Mirror id', text: () => mirrorId },
    { id: 'from', header: 'From', text: (span) => isoOf(span.from) },
    { id: 'to', header: 'To', text: (span) => isoOf(span.to) },
    { id: 'health', header: 'Health', text: (span) => verdictWords[verdictOfSpan(span)] },
  ],
  rows: spans,
  facts: {
    readAt,
    search: '',
    filter: { mirror: mirrorId, from: isoOf(from), to: isoOf(to) },
    sort: null,
    readCount: spans.length,
    total: spans.length,
    lacks: [],
  },
})
