import type { Profile } from '#upstream/profile.ts'
import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import type { LinkSigner } from './signed-token.ts'

const LIFETIME_S = 60

/** The upstream's own id, as its mirrors know it. */
export const UPSTREAM_ID = 'f76a35c5-4592-425d-bf85-b4d9db68e809'

/** Where a mirror answers about a repository; the path changed with every major version. */
export const mirroredRepositoryPath = (
  profile: Profile,
  mirror: MirrorRecord,
  repositoryId: number,
): string => {
  if (Number.parseInt(mirror.productVersion, 10) < 8) return `/rest/mirroring/1.0/repos/${repositoryId}`
  return profile === '8.16'
    ? `/rest/mirroring/latest/upstreamServers/${UPSTREAM_ID}/repos/${repositoryId}`
    : `/rest/mirroring/latest/mirrorRepos/${repositoryId}`
}

/** The address at which `userName` may ask a mirror about a repository for the next 60 s. */
export const signedLinkOf = async (
  signer: LinkSigner,
  profile: Profile,
  mirror: MirrorRecord,
  repositoryId: number,
  userName: string,
  now: number,
): Promise<string> => {
  const path = mirroredRepositoryPath(profile, mirror, repositoryId)
  const iat = Math.floor(now / 1000)
  const token = await signer.sign({
    iss: UPSTREAM_ID,
    sub: userName,
    aud: mirror.id,
    qsh: path,
    iat,
    exp: iat + LIFETIME_S,
  })
  return `${(mirror.linkBaseUrl ?? mirror.baseUrl).replace(/\/+$/, '')}${path}?jwt=${token}`
}
