import * as v from 'valibot'
import { mayCall } from './audience.ts'
import type { Exchange } from './exchange.ts'
import { notPermitted } from './rest-failure.ts'
import { replyWithJson } from './reply.ts'
import type { Route } from './route.ts'
import { sentinelReply } from './sentinel-reply.ts'
import { type Sentinel, isSentinel } from './sentinels.ts'
import type { World } from './world.ts'

const sentinelOf = (route: Route, query: URLSearchParams): Sentinel | undefined => {
  if (route.operation.method !== 'GET') return undefined
  const named = route.name === 'searchRepositories' ? [query.get('name') ?? ''] : Object.values(route.ids)
  return named.find(isSentinel)
}

const firstIds = (world: World): Readonly<Record<string, string>> => {
  const repository = world.catalogue.repositories.at(0)
  return {
    mirrorId: world.mirrors[0]?.id ?? '',
    repoId: String(repository?.id ?? ''),
    projectId: String(repository?.project?.id ?? ''),
    mirroringRequestId: String(world.requests()[0]?.id ?? ''),
  }
}

const SINGLE = v.looseObject({ id: v.unknown() })
const OF_PROJECT = v.looseObject({ values: v.array(v.looseObject({ project: v.looseObject({}) })) })

/** The answer about the first resource, with the id that was asked for, as if it were a resource of its own. */
const answerUnderName = async (id: Sentinel, { name }: Route, answer: Response): Promise<Response> => {
  if (!answer.ok) return answer
  const body: unknown = await answer.json()
  if (v.is(SINGLE, body)) return replyWithJson({ ...body, id })
  if (name !== 'listProjectRepositories' || !v.is(OF_PROJECT, body)) return replyWithJson(body)
  const values = body.values.map((row) => ({ ...row, project: { ...row.project, id } }))
  return replyWithJson({ ...body, values })
}

/**
 * Answers one row of the contract for a caller who is known: permission first, then the sentinels, then the handler.
 *
 * @throws RestFailure when it is refused.
 */
export const answerRoute = async (route: Route, exchange: Exchange): Promise<Response> => {
  if (!mayCall(route.name, exchange.caller)) throw notPermitted()
  const sentinel = sentinelOf(route, exchange.query)
  if (sentinel === undefined) return route.answer(exchange)
  const reply = await sentinelReply(sentinel, exchange)
  if (reply) return reply
  const query = new URLSearchParams(exchange.query)
  query.delete('name')
  const answer = await route.answer({ ...exchange, query }, firstIds(exchange.world))
  return sentinel === 'answers-other' ? answer : answerUnderName(sentinel, route, answer)
}
