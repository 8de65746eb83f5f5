import { type Catalogue, catalogueOf } from '#upstream/catalogue.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import { makeMirror, mirrorIdOf } from './make-mirror.ts'
import { makeProject } from './make-project.ts'
import { makeRepository } from './make-repository.ts'
import { makeRequest } from './make-request.ts'
import type { Seed, SeedSetting } from './seed.ts'

/** Replaces the fields of a repository's row, so that the row cannot be read. */
const UNREADABLE: Partial<RepositoryRecord> = { wire: { name: null } }

const projects = {
  HUB: makeProject(1, 'HUB', 'Hub'),
  DOCS: makeProject(2, 'DOCS', 'Documents', { public: true }),
  OSLO: makeProject(3, 'OSLO', 'Oslo office'),
  LIMA: makeProject(4, 'LIMA', 'Lima office'),
  LIMB: makeProject(5, 'LIMB', 'Lima archive'),
  LOST: makeProject(6, 'LOST', 'Never mirrored'),
  GONE: makeProject(7, 'GONE', 'Forgotten'),
  NEW: makeProject(8, 'NEW', 'New project'),
  BARE: makeProject(9, 'BARE', 'Bare project'),
  ODD: makeProject(10, 'ODD', 'Odd rows'),
  MIX: makeProject(11, 'MIX', 'Mixed rows'),
  /** Only administrators see it. */
  VAULT: makeProject(12, 'VAULT', 'Vault', { isRestricted: true }),
} as const

/** Projects without repositories, for which there is nothing to ask. */
const EMPTY: ReadonlySet<string> = new Set(['NEW', 'BARE'])

const repositoriesOf = (key: string): readonly Partial<RepositoryRecord>[] => {
  if (EMPTY.has(key)) return []
  if (key === 'ODD') return [UNREADABLE]
  return key === 'MIX' ? [UNREADABLE, {}] : [{}, {}]
}

const lopsidedCatalogue = (): Catalogue =>
  catalogueOf(
    Object.values(projects),
    Object.values(projects).flatMap((project) =>
      repositoriesOf(project.key).map((given, index) =>
        makeRepository(
          project.id * 10 + index + 1,
          `${project.key.toLowerCase()}-${index + 1}`,
          project,
          given,
        ),
      ),
    ),
  )

/**
 * Mirrors that share their work badly: some projects are on one mirror alone, some on none, some have no repository, and
 * in one nothing can be read.
 */
export const lopsidedSeed = (setting: SeedSetting): Seed => ({
  mirrors: [
    makeMirror(setting, 'oslo', 'Oslo', { mirrorType: 'FARM', projects: ['HUB', 'DOCS', 'OSLO', 'MIX'] }),
    makeMirror(setting, 'lima', 'Lima', { projects: ['HUB', 'LIMA', 'LIMB', 'MIX'] }),
    makeMirror(setting, 'kyoto', 'Kyoto', { projects: ['HUB', 'DOCS', 'ODD', 'VAULT'] }),
  ],
  requests: () => [makeRequest(setting, 1, 'oslo', 'Oslo', { state: 'ACCEPTED', mirrorType: 'FARM' })],
  catalogue: lopsidedCatalogue(),
  preferences: { jcitizen: mirrorIdOf('lima') },
})
