import { isSafeId } from '#contract/path.ts'
import type { Repository } from '#contract/repository.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import classes from './repositories-page.module.css'

/** A repository's project: its key, linked to its page where its id allows, and its name where one was sent. */
export const ProjectName = ({ project }: { project: Repository['project'] }) =>
  project === null ? (
    <span className={classes.dim}>no project</span>
  ) : (
    <>
      {isSafeId(project.id) ? (
        <TextLink to={paths.project(project.id)}>
          <ForeignText inline>{project.key}</ForeignText>
        </TextLink>
      ) : (
        <ForeignText inline>{project.key}</ForeignText>
      )}
      {project.name === null ? null : (
        <span className={classes.dim}>
          {' · '}
          <ForeignText inline>{project.name}</ForeignText>
        </span>
      )}
    </>
  )
