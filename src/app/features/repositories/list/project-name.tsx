import type { Repository } from '#contract/repository.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import classes from './repositories-page.module.css'

/** A repository's project: its key, linked to its page where its id allows, and its name where one was sent. */
export const ProjectName = ({ project }: { project: Repository['project'] }) =>
  project === null ? (
    <span className={classes.dim}>no project</span>
  ) : (
    <>
      <NamedLink id={project.id} to={paths.project}>
        {project.key}
      </NamedLink>
      {project.name === null ? null : (
        <span className={classes.dim}>
          {' · '}
          <ForeignText inline>{project.name}</ForeignText>
        </span>
      )}
    </>
  )
