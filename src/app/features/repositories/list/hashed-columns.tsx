import type { Hash } from '#contract/hash.ts'
import type { Repository } from '#contract/repository.ts'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { DefaultBranch } from '#app/features/repositories/details/default-branch.tsx'
import { HashValue } from '#app/features/repositories/details/hash-value.tsx'

const valueOf = (hash: Hash | undefined): string | null => (hash?.state === 'known' ? hash.value : null)

const hashColumn = (
  id: string,
  header: string,
  hashOf: (properties: Repository['properties']) => Hash | undefined,
): TableColumn<Repository> => ({
  id,
  header,
  cell: ({ properties }) => <HashValue hash={hashOf(properties)} name={null} />,
  text: ({ properties }) => valueOf(hashOf(properties)),
  sortValue: ({ properties }) => valueOf(hashOf(properties)),
  width: '144px',
})

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
  hashColumn('content-hash', 'Content hash', ({ contentHash }) => contentHash),
  {
    ...hashColumn('metadata-hash', 'Metadata hash', ({ metadataHash }) => metadataHash),
    isOptional: true,
    isExportedAnyway: true,
  },
]
