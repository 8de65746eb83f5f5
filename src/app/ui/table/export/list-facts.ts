import { numberText } from '#app/text/number-text.ts'
import type { ExportFacts } from './export-table.ts'
import type { ListSource } from './list-source.ts'

/** What a file says about the list that it has. */
export const listFacts = ({
  list: { rows, unreadable, fault, hasMore },
  rows: shown,
  readAt,
  search,
  filter,
  sampleOf,
  lacks,
}: Omit<ListSource<unknown>, 'label' | 'noun' | 'control'>): Omit<ExportFacts, 'sort'> => ({
  readAt,
  search,
  filter,
  readCount: sampleOf === null ? rows.length : shown.length,
  total: hasMore || fault !== null ? null : (sampleOf ?? rows.length) + unreadable.length,
  lacks: [
    ...lacks,
    ...(unreadable.length > 0 ? [`${numberText(unreadable.length)} unreadable left out.`] : []),
    ...(fault === null ? [] : ['The list may be incomplete.']),
  ],
})
