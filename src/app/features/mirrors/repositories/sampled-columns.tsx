import type { Instant } from '#contract/instant.ts'
import { availabilityWords } from '#app/domain/availability/availability-words.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import type { SampledRepository } from './use-sampling.ts'

const wordOf = ({ result }: SampledRepository): string | null =>
  result === null ? null : availabilityWords(result).word

const isoOf = (instant: Instant): string | null => (instant === null ? null : new Date(instant).toISOString())

const Availability = ({ row: { result } }: { row: SampledRepository }) => {
  if (result === null) return <StateMark tone="unknown">Not asked yet</StateMark>
  const { tone, word, meaning } = availabilityWords(result)
  return (
    <span title={meaning}>
      <StateMark tone={tone}>{word}</StateMark>
    </span>
  )
}

/** The columns of the sampled repositories of one mirror. Ages are measured by the clock of the console's server. */
export const sampledColumns: readonly TableColumn<SampledRepository>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: ({ repository }) => (
      <NamedLink id={repository.id} to={paths.repository}>
        {repository.name}
      </NamedLink>
    ),
    text: ({ repository }) => repository.name,
    sortValue: ({ repository }) => repository.name,
    width: '28%',
  },
  {
    id: 'project',
    header: 'Project',
    cell: ({ repository }) => <ForeignText inline>{repository.project?.key ?? 'no project'}</ForeignText>,
    text: ({ repository }) => repository.project?.key ?? null,
    sortValue: ({ repository }) => repository.project?.key ?? null,
    width: '120px',
  },
  {
    id: 'availability',
    header: 'Availability',
    cell: (row) => <Availability row={row} />,
    text: wordOf,
    sortValue: wordOf,
  },
  {
    id: 'updated',
    header: 'Updated on the mirror',
    cell: ({ result }) =>
      result?.kind === 'answered' ? <TimeAgo instant={result.answer.lastUpdated} unknown="not sent" /> : '–',
    text: ({ result }) => (result?.kind === 'answered' ? isoOf(result.answer.lastUpdated) : null),
    sortValue: ({ result }) => (result?.kind === 'answered' ? result.answer.lastUpdated : null),
    width: '176px',
  },
  {
    id: 'asked',
    header: 'Asked',
    cell: ({ result }) => (result === null ? '–' : <TimeAgo instant={result.checkedAt} />),
    text: ({ result }) => isoOf(result?.checkedAt ?? null),
    sortValue: ({ result }) => result?.checkedAt ?? null,
    width: '144px',
  },
]
