import { cutText } from '#contract/cut-text.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { projectQuery } from '#app/domain/repository/projects.ts'
import { paths } from '#app/paths.ts'
import { FactsSkeleton } from '#app/ui/page/facts-skeleton.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { plainOf } from '#app/text/hidden-characters.ts'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { ProjectFacts } from './project-facts.tsx'
import { placeWords } from '#app/features/repositories/place-words.ts'
import { ProjectRepositories } from './project-repositories.tsx'

/** One project: what the primary says about it, and its repositories with their hashes. */
export const ProjectPage = () => {
  const { id = '' } = useParams()
  const query = useQuery(projectQuery(id))
  const { data: project } = query
  if (project === undefined && query.error !== null) {
    return (
      <Page title="Project">
        <ProblemPanel error={query.error} words={placeWords.project} onRetry={() => void query.refetch()}>
          <TextLink to={paths.repositories}>Go to repositories</TextLink>
        </ProblemPanel>
      </Page>
    )
  }
  const name = project === undefined ? 'Project' : project.name?.trim() || project.key
  const stale = { error: query.error, updatedAt: query.dataUpdatedAt }
  return (
    <Page
      title={plainOf(cutText(name, 120))}
      heading={<ForeignText inline>{name}</ForeignText>}
      context="A project and its repositories as the primary has them. Mirrors choose what they mirror by project."
    >
      <StaleNotice {...stale} />
      {project === undefined ? <FactsSkeleton count={5} /> : <ProjectFacts project={project} />}
      <ProjectRepositories key={id} projectId={id} name={plainOf(cutText(name, 120))} said={stale} />
    </Page>
  )
}
