import type { ProjectRecord } from '#upstream/records/project-record.ts'

/** Where a project is browsed, from Bitbucket's address on: a personal one below the name of its owner. */
export const projectPath = ({ key, type }: Pick<ProjectRecord, 'key' | 'type'>): string =>
  type === 'PERSONAL'
    ? `/users/${encodeURIComponent(key.slice(1).toLowerCase())}`
    : `/projects/${encodeURIComponent(key)}`

/** A project as it is sent. Source: RestProject, 8.16 and 9.4. */
export const projectWire = (project: ProjectRecord, upstream: string) => ({
  key: project.key,
  id: project.id,
  name: project.name,
  description: project.description,
  public: project.public,
  type: project.type,
  links: { self: [{ href: upstream + projectPath(project) }] },
})
