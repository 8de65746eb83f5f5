import { Button } from '@mantine/core'
import type { ComponentProps } from 'react'
import { Choice } from '#app/ui/form/choice.tsx'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import { TableExport } from '#app/ui/table/export/table-export.tsx'
import type { CoverageLine } from './matrix/coverage-table.ts'
import { SHOWN, type Shown } from './matrix/coverage-rows.ts'

const shownWords: Record<Shown, string> = {
  all: 'All projects',
  sole: 'Sole copy',
  nowhere: 'Nowhere',
  failing: 'Failing',
  open: 'Not known yet',
  empty: 'Empty',
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
  tableOf: ComponentProps<typeof TableExport<CoverageLine>>['tableOf']
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
    <TableExport tableOf={tableOf} />
  </>
)
