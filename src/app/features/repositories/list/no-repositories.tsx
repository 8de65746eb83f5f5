import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'

/** A list without rows: because of the search, or because of the account. */
export const NoRepositories = ({ search }: { search: string }) => {
  if (search === '') {
    return (
      <EmptyState title="This account can see no repository.">
        <p>Ask a project administrator for read access.</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={`No repository matches "${search}"`}>
      <TextLink to={paths.repositories}>Clear the search</TextLink>
    </EmptyState>
  )
}
