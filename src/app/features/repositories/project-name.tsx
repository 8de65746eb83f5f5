import type { Repository } from '#contract/repository.ts'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import classes from './repositories-page.module.css'

/** A repository's project: its key, and its name where one was sent. */
export const ProjectName = ({ project }: { project: Repository['project'] }) =>
  project === null ? (
    <span className={classes.dim}>no project</span>
  ) : (
    <>
      <ForeignText inline>{project.key}</ForeignText>
      {project.name === null ? null : (
        <span className={classes.dim}>
          {' · '}
          <ForeignText inline>{project.name}</ForeignText>
        </span>
      )}
    </>
  )
