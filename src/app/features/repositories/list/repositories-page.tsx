import { useMemo } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Repository } from '#contract/repository.ts'
import { RepositorySearch } from '#app/domain/repository/repository-search.tsx'
import { useRepositoryFindings } from '#app/domain/repository/use-repository-findings.ts'
import { useRepositorySearch } from '#app/domain/repository/use-repository-search.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page/page.tsx'
import { ListView } from '#app/ui/table/list-view.tsx'
import { AskRows } from './ask-rows.tsx'
import { NoRepositories } from './no-repositories.tsx'
import { ProjectFilter } from './project-filter.tsx'
import { listedColumns, repositoryColumns, withMirrors } from './repository-columns.tsx'
import { SearchNote } from './search-note.tsx'
import { useMirrorsColumn } from './use-mirrors-column.tsx'

const idOf = ({ id }: Repository): string => id

/** The repositories that the account may see: the list with hashes, or what is found at once. */
export const RepositoriesPage = () => {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const project = params.get('project') ?? ''
  const opensOnly = params.get('open') === 'only'
  const search = useRepositorySearch(opensOnly)
  const { wanted } = search
  const findings = useRepositoryFindings(wanted, { project, wantsHashes: true })
  const { query, rows } = findings
  const mirrorsColumn = useMirrorsColumn()
  const columns = useMemo(
    () => withMirrors(findings.hashes === 'shown' ? listedColumns : repositoryColumns, mirrorsColumn),
    [findings.hashes, mirrorsColumn],
  )
  return (
    <Page title="Repositories" context="Open a repository to see on which mirrors it can be cloned.">
      <ListView
        table="repositories"
        label="Repositories"
        noun="repositories"
        query={query}
        rows={rows}
        rowId={idOf}
        columns={columns}
        filters={
          <>
            <RepositorySearch
              search={search}
              rows={rows}
              isSettled={findings.isSettled}
              // Back leads to where the link stood, and not to the search, which would open it again.
              onOpen={(id) => void navigate(paths.repository(id), { replace: opensOnly })}
            />
            <ProjectFilter key={project} project={project} />
            <AskRows />
          </>
        }
        isBarKept
        isFiltered={project !== ''}
        filter={project === '' ? {} : { project }}
        problem={{ refusedTitle: 'You are not permitted to see repositories' }}
        note={
          <SearchNote
            search={search}
            hashes={rows?.length === 0 ? 'shown' : findings.hashes}
            isSearched={wanted.kind !== 'any' || project !== ''}
            isOne={wanted.kind !== 'any' && findings.isSettled && rows?.length === 1}
            isProven={findings.isProven}
            searchError={findings.searchError}
          />
        }
        canSayEmpty={findings.isProven}
        empty={<NoRepositories wanted={wanted} project={project} count={query.data?.rows.length ?? 0} />}
      />
    </Page>
  )
}
