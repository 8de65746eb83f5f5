import type { Catalogue } from '#upstream/catalogue.ts'
import type { ProjectRecord } from '#upstream/records/project-record.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import { type Rows, rowsBetween } from '#upstream/rows.ts'
import { stableNumber } from '#upstream/stable-number.ts'
import { makeProject } from './make-project.ts'
import { makeRepository } from './make-repository.ts'

/** How many there are of each. */
export const CROWDED = { projects: 2_000, repositories: 100_000, mirrors: 100, requests: 15_100 } as const

const PER_PROJECT = CROWDED.repositories / CROWDED.projects
const areas = [
  'atlas',
  'borealis',
  'cobalt',
  'delta',
  'ember',
  'falcon',
  'granite',
  'harbor',
  'iris',
  'juniper',
]
const parts = ['api', 'web', 'worker', 'schema', 'infra', 'docs', 'cli', 'agent', 'proxy', 'model', 'tools']

const indexOfId = (id: string, size: number): number | null =>
  /^[1-9]\d{0,9}$/.test(id) && Number(id) <= size ? Number(id) - 1 : null

/** Every seventh name is written for people, so that its slug differs from it. */
const nameAt = (index: number): string => {
  const slug = `${areas[index % areas.length] ?? ''}-${parts[index % parts.length] ?? ''}-${index + 1}`
  return index % 7 === 3 ? slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ') : slug
}

const normalProject = (number: number): ProjectRecord => {
  const key = `P${String(number + 1).padStart(4, '0')}`
  const name = `${areas[stableNumber(key) % areas.length] ?? ''} ${number + 1}`
  return makeProject(number + 1, key, name, { isRestricted: number % 20 === 19 })
}

const personalProject = (number: number): ProjectRecord =>
  makeProject(number + 1, `~USER${number + 1}`, `User ${number + 1}`, { type: 'PERSONAL' })

/**
 * 100,000 repositories in 2,000 projects of 50, ids from 1, each made when it is asked for. Every twentieth project
 * is for administrators only, every hundredth is personal, and every thousandth repository has no hashes yet.
 */
export const crowdedCatalogue = (): Catalogue => {
  const made = new Map<number, ProjectRecord>()
  const projectNumber = (number: number): ProjectRecord => {
    const known = made.get(number)
    if (known) return known
    const project = number % 100 === 50 ? personalProject(number) : normalProject(number)
    made.set(number, project)
    return project
  }
  const projectAt = (index: number) => projectNumber(Math.floor(index / PER_PROJECT))
  const repositories: Rows<RepositoryRecord> = {
    size: CROWDED.repositories,
    at: (index) => {
      if (index < 0 || index >= CROWDED.repositories) return undefined
      const unknown =
        index % 1_000 === 999 ? { contentHash: '0'.repeat(64), metadataHash: '0'.repeat(64) } : {}
      return makeRepository(index + 1, nameAt(index), projectAt(index), unknown)
    },
  }
  return {
    projects: {
      size: CROWDED.projects,
      at: (index) => (index < 0 || index >= CROWDED.projects ? undefined : projectNumber(index)),
    },
    repositories,
    nameAt,
    projectAt,
    repositoriesOf: (project) => rowsBetween(repositories, (project.id - 1) * PER_PROJECT, PER_PROJECT),
    findRepository: (id) => {
      const index = indexOfId(id, CROWDED.repositories)
      return index === null ? undefined : repositories.at(index)
    },
    findProject: (id) => {
      const index = indexOfId(id, CROWDED.projects)
      return index === null ? undefined : projectNumber(index)
    },
  }
}
