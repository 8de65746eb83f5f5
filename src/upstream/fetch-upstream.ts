import { answerRoute } from './answer-route.ts'
import type { Caller } from './accounts.ts'
import { authenticate } from './authentication.ts'
import type { Recognised } from './people/browser-sessions.ts'
import { stillExists } from './profile.ts'
import { answerPerson } from './people/answer-person.ts'
import { isJson } from './request-body.ts'
import { RestFailure } from './rest-failure.ts'
import { routesOf } from './route.ts'
import { loginUrlOf } from './sentinel-reply.ts'
import type { World } from './world.ts'

// Bodies of this kind are not published for unknown paths; the form is that of every other error.
const notFound = () => new RestFailure(404, 'HTTP 404 Not Found', null)

/** `/rest/mirroring/1.0/…` and `/rest/api/1.0/…` are other names of `latest`. */
const canonical = (path: string) => path.replace(/^\/rest\/(mirroring|api)\/1\.0\//, '/rest/$1/latest/')

const isSafe = (request: Request) => request.method === 'GET' || request.method === 'HEAD'

const mayBeForged = (request: Request) =>
  !isSafe(request) &&
  !isJson(request) &&
  request.headers.get('x-atlassian-token')?.toLowerCase() !== 'no-check'

const answerRest = async (
  world: World,
  request: Request,
  path: string,
  caller: Caller,
): Promise<Response> => {
  const routes = routesOf(canonical(path)).filter(({ operation }) =>
    stillExists(world.settings.profile, operation.until),
  )
  if (routes.length === 0) throw notFound()
  const route = routes.find(({ operation }) => operation.method === request.method)
  if (!route) {
    const allow = routes.map(({ operation }) => operation.method).join(',')
    throw new RestFailure(405, 'HTTP 405 Method Not Allowed', null, { allow })
  }
  if (mayBeForged(request)) {
    return new Response('XSRF check failed', { status: 403, headers: { 'content-type': 'text/plain' } })
  }
  const query = new URL(request.url).searchParams
  return answerRoute(route, { world, caller, query, request, now: world.settings.now() })
}

/** An `Authorization` header stands above cookies, as it does for the real one. */
const recognise = (world: World, { headers }: Request): Recognised => {
  const authorization = headers.get('authorization')
  return authorization === null
    ? world.sessions.recognise(headers.get('cookie'))
    : { caller: authenticate(authorization, loginUrlOf({ world })), setCookies: [] }
}

/** Answers what is asked of the upstream. Rejects only when the caller gave up. */
export const fetchUpstream = async (world: World, request: Request): Promise<Response> => {
  const { contextPath } = world.settings
  const { pathname } = new URL(request.url)
  const path = pathname.startsWith(`${contextPath}/`) ? pathname.slice(contextPath.length) : null
  let known: Recognised = { caller: null, setCookies: [] }
  let response: Response
  try {
    if (path === null) throw notFound()
    if (path.startsWith('/rest/')) {
      known = recognise(world, request)
      response = await answerRest(world, request, path, known.caller)
    } else response = await answerPerson(world, request, path)
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error
    response = error.toResponse()
  }
  response.headers.set('date', new Date(world.settings.now()).toUTCString())
  if (known.caller) response.headers.set('x-ausername', encodeURIComponent(known.caller.name))
  for (const line of known.setCookies) response.headers.append('set-cookie', line)
  return response
}
