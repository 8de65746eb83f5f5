import type { ProjectRecord } from '#upstream/records/project-record.ts'

/** A project that every signed-in reader sees, except for what is given. */
export const makeProject = (
  id: number,
  key: string,
  name: string,
  given: Partial<ProjectRecord> = {},
): ProjectRecord => ({
  id,
  key,
  name,
  description: `Everything about ${name.toLowerCase()}`,
  type: 'NORMAL',
  public: false,
  isRestricted: false,
  ...given,
})
