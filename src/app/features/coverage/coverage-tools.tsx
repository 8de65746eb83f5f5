import { Button } from '@mantine/core'
import { announce } from '#app/browser/announcements.ts'
import { numberText } from '#app/text/number-text.ts'
import { Choice } from '#app/ui/form/choice.tsx'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import { LOST_CODE } from '#app/ui/late/fetch-code.ts'
import { SHOWN, type Shown } from './matrix/coverage-rows.ts'

const shownWords: Record<Shown, string> = {
  all: 'All projects',
  sole: 'Sole copy',
  nowhere: 'Nowhere',
  failing: 'Failing',
  open: 'Not known yet',
  empty: 'Empty',
}

const exportCsv = async (table: readonly (readonly string[])[]) => {
  const [{ csvText }, { downloadCsv }] = await Promise.all([
    import('#app/ui/table/csv/csv-text.ts'),
    import('#app/ui/table/csv/download-csv.ts'),
  ])
  downloadCsv('coverage', csvText(table))
  announce(`Exported ${numberText(table.length - 1)} rows`)
}

/** Search, filter, opening and export of the rows. */
export const CoverageTools = ({
  search,
  setSearch,
  shown,
  setShown,
  isAllOpen,
  onOpenAll,
  hasProjects,
  tableOf,
}: {
  search: string
  setSearch: (search: string) => void
  shown: Shown
  setShown: (shown: Shown) => void
  isAllOpen: boolean
  onOpenAll: (isOpen: boolean) => void
  hasProjects: boolean
  /** The rows for CSV; `null` where none are shown. */
  tableOf: (() => readonly (readonly string[])[]) | null
}) => (
  <>
    <SearchBox value={search} onChange={setSearch} placeholder="Filter rows" />
    <Choice
      label="Show"
      value={shown}
      onChange={(value) => setShown(SHOWN.find((one) => one === value) ?? 'all')}
      options={SHOWN.map((value) => ({ value, label: shownWords[value] }))}
    />
    <Button variant="default" size="xs" disabled={!hasProjects} onClick={() => onOpenAll(!isAllOpen)}>
      {isAllOpen ? 'Close all projects' : 'Open all projects'}
    </Button>
    <Button
      variant="default"
      size="xs"
      disabled={tableOf === null}
      onClick={() => {
        if (tableOf) exportCsv(tableOf()).catch(() => announce(LOST_CODE))
      }}
    >
      Export CSV
    </Button>
  </>
)
