import type { Hash } from '#contract/hash.ts'
import type { Repository } from '#contract/repository.ts'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { DefaultBranch } from '#app/features/repositories/details/default-branch.tsx'
import { HashValue } from '#app/features/repositories/details/hash-value.tsx'

const valueOf = (hash: Hash | undefined): string | null => (hash?.state === 'known' ? hash.value : null)

/** Columns that only the operations of mirroring fill: the default branch and both hashes. */
export const hashedColumns: readonly TableColumn<Repository>[] = [
  {
    id: 'branch',
    header: 'Default branch',
    cell: ({ properties }) => <DefaultBranch refName={properties.defaultBranchId} />,
    text: ({ properties }) => properties.defaultBranchId ?? null,
    sortValue: ({ properties }) => properties.defaultBranchId ?? null,
    width: '136px',
  },
  {
    id: 'content-hash',
    header: 'Content hash',
    cell: ({ properties }) => <HashValue hash={properties.contentHash} name={null} />,
    text: ({ properties }) => valueOf(properties.contentHash),
    sortValue: ({ properties }) => valueOf(properties.contentHash),
    width: '144px',
  },
  {
    id: 'metadata-hash',
    header: 'Metadata hash',
    cell: ({ properties }) => <HashValue hash={properties.metadataHash} name={null} />,
    text: ({ properties }) => valueOf(properties.metadataHash),
    sortValue: ({ properties }) => valueOf(properties.metadataHash),
    width: '144px',
  },
]
