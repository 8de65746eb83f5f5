import { CLOCK_TOLERANCE_MS } from '#contract/clock-tolerance.ts'
import { type MirrorRecord, mirrorHostOf } from '#upstream/records/mirror-record.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import { RestFailure, notPermitted } from '#upstream/rest-failure.ts'
import type { World } from '#upstream/world.ts'
import { mirrorBehaviourReply } from './mirror-behaviour-reply.ts'
import { mirrorStatusReply } from './mirror-status-reply.ts'
import { mirroredRepositoryReply } from './mirrored-repository-reply.ts'
import { UPSTREAM_ID } from './signed-link.ts'

const PATHS = [
  /^\/rest\/mirroring\/1\.0\/repos\/(\d+)$/,
  /^\/rest\/mirroring\/(?:latest|1\.0)\/mirrorRepos\/(\d+)$/,
  new RegExp(`^/rest/mirroring/(?:latest|1\\.0)/upstreamServers/${UPSTREAM_ID}/repos/(\\d+)$`),
]

const repositoryIdOf = (path: string): string | undefined =>
  PATHS.map((pattern) => pattern.exec(path)?.[1]).find((id) => id !== undefined)

const notFound = () => new RestFailure(404, 'The upstream server or the repository could not be found.', null)

/** What the path of an address is below the mirror's own. */
const pathBelow = (mirror: MirrorRecord, pathname: string): string => {
  const own = new URL(mirror.baseUrl).pathname.replace(/\/+$/, '')
  return pathname.startsWith(`${own}/`) ? pathname.slice(own.length) : ''
}

/** The first repository that is not `asked`, as a cache with a wrong key would answer about it. */
const anotherRepository = ({ catalogue: { repositories } }: World, asked: RepositoryRecord) =>
  [repositories.at(0), repositories.at(1)].find((repository) => repository && repository.id !== asked.id)

const refuseUnlessAuthorized = async (world: World, mirror: MirrorRecord, request: Request, path: string) => {
  // A mirror takes credentials in place of the link, and it does not know these.
  if (request.headers.has('authorization')) throw notPermitted()
  const claims = await world.signer.read(new URL(request.url).searchParams.get('jwt') ?? '')
  if (claims === null || claims.aud !== mirror.id || claims.qsh !== path) throw notPermitted()
  const mirrorNow = world.settings.now() + mirror.clockSkewMs
  const isTooOld = mirrorNow > claims.exp * 1000
  const isClockWrong = Math.abs(mirror.clockSkewMs) > CLOCK_TOLERANCE_MS
  if (isTooOld || isClockWrong) throw notPermitted()
}

const answer = async (world: World, mirror: MirrorRecord, request: Request): Promise<Response> => {
  const path = pathBelow(mirror, new URL(request.url).pathname)
  const own = mirrorStatusReply(world, mirror, path)
  // Not knowing a repository says nothing about the mirror itself.
  if (own && mirror.behaviour === 'unknown-repository') return own
  const strange = await mirrorBehaviourReply(mirror, world.settings.wait, request.signal)
  if (strange) return strange
  if (own) return own
  const repositoryId = repositoryIdOf(path)
  if (repositoryId === undefined) throw notFound()
  if (request.method !== 'GET')
    throw new RestFailure(405, 'HTTP 405 Method Not Allowed', null, { allow: 'GET' })
  await refuseUnlessAuthorized(world, mirror, request, path)
  const repository = world.catalogue.findRepository(repositoryId)
  if (!repository) throw notFound()
  const other = mirror.behaviour === 'other-repository' ? anotherRepository(world, repository) : undefined
  return mirroredRepositoryReply(world, mirror, other ?? repository)
}

/** Answers what is asked of a mirror. Rejects only when the caller gave up. */
export const fetchMirror = async (world: World, request: Request): Promise<Response> => {
  const host = mirrorHostOf(request.url)
  const known = world.mirrors.find(({ baseUrl }) => mirrorHostOf(baseUrl) === host)
  const mirror = known && world.life.mirrorAt(known, world.settings.now())
  let response: Response
  try {
    if (!mirror) throw notFound()
    response = await answer(world, mirror, request)
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error
    response = error.toResponse()
  }
  const mirrorNow = world.settings.now() + (mirror?.clockSkewMs ?? 0)
  response.headers.set('date', new Date(mirrorNow).toUTCString())
  // Bitbucket's own pages may read the answer, those of other origins may not.
  const upstreamOrigin = new URL(world.settings.baseUrl).origin
  response.headers.set('vary', 'Origin')
  if (request.headers.get('origin') === upstreamOrigin) {
    response.headers.set('access-control-allow-origin', upstreamOrigin)
  }
  return response
}
