import type { Catalogue } from '#upstream/catalogue.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'

/** With a push about every 6 s, each of them gets one about every two and a half minutes. */
const AT_MOST = 24

/** A large catalogue makes its rows when they are asked for, so only its beginning is looked at. */
const LOOKED_AT = 1_200

/** Nobody can push to what is archived or offline; zeros are a hash that Bitbucket has not calculated yet. */
const takesPushes = ({ archived, state, contentHash, project }: RepositoryRecord): boolean =>
  !archived && state === 'AVAILABLE' && project !== null && !/^0+$/.test(contentHash)

/** The repositories that are pushed to, at most 24: from as many projects as possible, since mirrors choose projects. */
export const busyRepositories = (catalogue: Catalogue): readonly RepositoryRecord[] => {
  const { repositories } = catalogue
  const known = new Map<number, number>()
  const ranked: { readonly index: number; readonly rank: number }[] = []
  for (let index = 0; index < Math.min(repositories.size, LOOKED_AT); index++) {
    const project = catalogue.projectAt(index)
    if (project === null) continue
    const rank = known.get(project.id) ?? 0
    known.set(project.id, rank + 1)
    ranked.push({ index, rank })
  }
  const busy: RepositoryRecord[] = []
  for (const { index } of ranked.toSorted((a, b) => a.rank - b.rank)) {
    if (busy.length === AT_MOST) break
    const repository = repositories.at(index)
    if (repository !== undefined && takesPushes(repository)) busy.push(repository)
  }
  return busy
}
