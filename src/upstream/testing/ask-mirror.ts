import * as v from 'valibot'
import { type MirroredRepository, mirroredRepository } from '#contract/mirrored-repository.ts'
import type { SmallBitbucket } from '#upstream/small-bitbucket.ts'
import { ask } from './ask.ts'
import type { Ask } from './contract-target.ts'

/** The signed link with which a mirror can be asked about a repository. */
export const signedLinkFor = async (by: Ask, mirrorId: string, repoId: string): Promise<string> => {
  const page = await ask(by, 'listRepositoryMirrors', { parameters: { repoId }, query: { limit: 100 } })
  const link = page.values.find(({ mirrorServer }) => mirrorServer.id === mirrorId)?.signedLink
  if (link === undefined || link === null) throw new Error(`No link to ${mirrorId}`)
  return link
}

/** Follows the signed link of a mirror as the product does: exactly as given, without credentials. */
export const followLink = async (
  small: SmallBitbucket,
  by: Ask,
  mirrorId: string,
  repoId: string,
  init: RequestInit = {},
): Promise<Response> => small.fetchMirror(new Request(await signedLinkFor(by, mirrorId, repoId), init))

/** What a mirror says about a repository; an answer other than 200 is an error. */
export const askMirror = async (
  small: SmallBitbucket,
  by: Ask,
  mirrorId: string,
  repoId: string,
): Promise<MirroredRepository> => {
  const response = await followLink(small, by, mirrorId, repoId)
  if (response.status !== 200) throw new Error(`The mirror answered ${response.status}`)
  return v.parse(mirroredRepository, await response.json())
}
