import type { ProjectRecord } from '#upstream/records/project-record.ts'

/** A project as it is sent. Source: RestProject, 8.16 and 9.4. */
export const projectWire = (project: ProjectRecord, upstream: string) => ({
  key: project.key,
  id: project.id,
  name: project.name,
  description: project.description,
  public: project.public,
  type: project.type,
  links: { self: [{ href: `${upstream}/projects/${encodeURIComponent(project.key)}` }] },
})
