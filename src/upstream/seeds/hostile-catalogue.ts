import { type Catalogue, catalogueOf } from '#upstream/catalogue.ts'
import { makeProject } from './make-project.ts'
import { makeRepository } from './make-repository.ts'
import { hostileRepositoryFields } from './hostile-rows.ts'
import { HOSTILE_NAMES } from './hostile-texts.ts'

/** Repositories with hostile names and rows, one without a project, and gaps in the paging. */
export const hostileCatalogue = (): Catalogue => {
  const project = makeProject(1, 'EVIL', HOSTILE_NAMES.markup, { description: HOSTILE_NAMES.formula })
  const personal = makeProject(2, '~jcitizen', HOSTILE_NAMES.bidi, { type: 'PERSONAL' })
  const plain = makeRepository(1, 'honest', project)
  const named = Object.values(HOSTILE_NAMES).map((name, index) =>
    makeRepository(100 + index, name, index % 2 === 0 ? project : personal, {
      slug: `hostile-${index}`,
      defaultBranchId: `refs/heads/$(touch ${index})`,
    }),
  )
  const shaped = Object.entries(hostileRepositoryFields()).map(([name, wire], index) =>
    makeRepository(200 + index, name, project, { wire }),
  )
  const unhashed = { contentHash: '0'.repeat(40), metadataHash: '0000' }
  return catalogueOf(
    [project, personal],
    [
      plain,
      undefined,
      ...named,
      undefined,
      undefined,
      ...shaped,
      makeRepository(300, 'no-hashes', project, unhashed),
      makeRepository(301, 'no-project', null),
      makeRepository(301, 'duplicate-id', project),
      makeRepository(302, 'option-injection', project, { slug: '--upload-pack=touch' }),
    ],
  )
}
