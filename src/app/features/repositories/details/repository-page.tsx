import { cutText } from '#contract/cut-text.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { problemOf } from '#app/api/problem.ts'
import { repositoryMirrorsQuery, repositoryQuery } from '#app/domain/repository/repositories.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { plainOf } from '#app/text/hidden-characters.ts'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { Availability } from '#app/features/repositories/availability/availability-list.tsx'
import { RepositoryFacts } from './repository-facts.tsx'
import { placeWords } from '#app/features/repositories/place-words.ts'

/** One repository: what the primary says about it, and whether each mirror serves it. */
export const RepositoryPage = () => {
  const { id = '' } = useParams()
  const repository = useQuery(repositoryQuery(id))
  const mirrors = useQuery(repositoryMirrorsQuery(id))
  const failure = repository.data ? null : repository.error
  // One reason is shown once: where both readings fail alike, there is no page to show below it.
  const isWholePage =
    failure !== null && mirrors.error !== null && problemOf(mirrors.error).kind === problemOf(failure).kind
  const retry = () => void Promise.all([repository.refetch(), ...(mirrors.data ? [] : [mirrors.refetch()])])
  const stale = { error: repository.error, updatedAt: repository.dataUpdatedAt }
  const name = repository.data?.name
  return (
    <Page
      title={name === undefined ? 'Repository' : plainOf(cutText(name, 120))}
      heading={name === undefined ? 'Repository' : <ForeignText>{name}</ForeignText>}
    >
      {failure === null ? (
        <>
          <StaleNotice {...stale} />
          <RepositoryFacts repository={repository.data} />
        </>
      ) : (
        <ProblemPanel error={failure} words={placeWords.repository} onRetry={retry}>
          <TextLink to={paths.repositories}>Go to repositories</TextLink>
        </ProblemPanel>
      )}
      {isWholePage ? null : <Availability key={id} repositoryId={id} said={stale} />}
    </Page>
  )
}
