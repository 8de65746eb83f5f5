import type { HistorySpan } from '#contract/history.ts'
import { calmWords } from '#app/domain/history/calm-words.ts'
import { TroubleStart, troubleLength } from '#app/domain/history/trouble-words.tsx'
import type { Trouble } from '#app/domain/history/troubles.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { severityOf } from '#health/verdict-severity.ts'
import { counted } from '#app/text/counted.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { DataTable } from '#app/ui/table/data-table.tsx'
import type { TableColumn } from '#app/ui/table/table-column.ts'

/** Troubles that are listed; a mirror that comes and goes every minute has thousands. */
const SHOWN = 100

const idOf = ({ from }: Trouble): string => String(from)

const columns: readonly TableColumn<Trouble>[] = [
  {
    id: 'what',
    header: 'What',
    isRowHeader: true,
    cell: ({ kind }) => <StateMark tone={severityOf(kind)}>{verdictWords[kind]}</StateMark>,
  },
  { id: 'began', header: 'Began', cell: (trouble) => <TroubleStart trouble={trouble} /> },
  { id: 'took', header: 'Took', cell: troubleLength },
  {
    id: 'fleet',
    header: 'The fleet then',
    cell: ({ from }) => <TextLink to={paths.overviewAt(from)}>Show</TextLink>,
  },
]

/** Every trouble of the time shown, the newest first. */
export const TroubleList = ({
  troubles,
  spans,
}: {
  troubles: readonly Trouble[]
  spans: readonly HistorySpan[]
}) => (
  <>
    <DataTable
      label="What was wrong"
      columns={columns}
      rows={troubles.toReversed().slice(0, SHOWN)}
      rowId={idOf}
      sort={null}
      onSort={() => undefined}
      empty={<p>{calmWords(spans)}</p>}
    />
    {troubles.length > SHOWN ? (
      <p>{`The newest ${String(SHOWN)} of ${counted(troubles.length, 'time')}.`}</p>
    ) : null}
  </>
)
