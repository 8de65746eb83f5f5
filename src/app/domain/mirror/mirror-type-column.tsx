import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { mirrorTypeWord } from './mirror-type-word.ts'

/** The column of the type, for mirrors and for what asks to become one. */
export const mirrorTypeColumn: TableColumn<{ readonly mirrorType: string | null }> = {
  id: 'type',
  header: 'Type',
  cell: ({ mirrorType }) => <ForeignText inline>{mirrorTypeWord(mirrorType)}</ForeignText>,
  text: ({ mirrorType }) => mirrorType && mirrorTypeWord(mirrorType),
  sortValue: ({ mirrorType }) => mirrorType,
  width: '80px',
}
