import { afterEach, describe, expect, it, vi } from 'vitest'
import { SOURCE_HEADER } from '#contract/answer-source.ts'
import { call } from '#app/api/client.ts'
import { createQueryClient } from '#app/api/query-client.ts'
import { upstreamNoContent, upstreamRefusal } from '#demo/testing/upstream-answer.ts'
import { removalWrite } from './mirror/mirror-removal.ts'
import { readMirrorAgain } from './mirror/mirror-truth.ts'
import { preferredMirrorQuery } from './preference/preferred-mirror.ts'
import { decisionWrite } from './request/request-decision.ts'

const mirror = {
  id: 'B0F5',
  name: 'Tokyo',
  baseUrl: 'https://tokyo.example.com',
  enabled: true,
  lastSeenDate: null,
  mirrorType: 'SINGLE',
  productType: null,
  productVersion: null,
}
const request = {
  id: '7',
  state: 'PENDING',
  mirrorName: 'Tokyo',
  mirrorId: 'B0F5',
  mirrorBaseUrl: null,
  mirrorType: null,
  productType: null,
  productVersion: null,
  addonDescriptorUri: null,
}

/** Where the absence of a thing is a fact: `null` says that Bitbucket has none. */
const PLACES: readonly (readonly [place: string, read: () => Promise<unknown>])[] = [
  ['a mirror', () => readMirrorAgain(mirror.id)],
  ['a mirror that is removed', () => removalWrite(mirror).read()],
  [
    'the preferred mirror',
    () => createQueryClient().fetchQuery({ ...preferredMirrorQuery, retry: false, staleTime: 0 }),
  ],
  ['a request', () => decisionWrite({ shown: request, decision: 'delete' }).read()],
]

const NO_MESSAGE = '{"errors":[{"code":404,"detail":"none"}]}'
const FOREIGN_BODIES: readonly (readonly [what: string, body: string | null])[] = [
  ['JSON without errors', '{"message":"no Route matched with those values"}'],
  ['an empty list of errors', '{"errors":[]}'],
  ['errors that are no list', '{"errors":{"message":"none"}}'],
  ['errors of another kind', '{"errors":["none",null,7]}'],
  ['errors without a message', NO_MESSAGE],
  ['errors with messages of another kind', '{"errors":[{"message":404,"exceptionName":{}}]}'],
  ['a list', '[]'],
  ['null', 'null'],
  ['broken JSON', '{"errors":[{"message":"none"'],
  ['nesting without end', `{"errors":[{"message":"none"}],"a":${'['.repeat(5000)}`],
  ['HTML', '<html>Sign in</html>'],
  ['nothing', ''],
]
const STATUSES = [200, 201, 400, 401, 403, 404, 405, 409, 410, 418, 429, 500, 502, 503, 504]

const FOREIGN = [
  ...STATUSES.flatMap((status) =>
    FOREIGN_BODIES.map(([what, body]) => [`${status} with ${what}`, status, body] as const),
  ),
  ...[204, 205, 304].map((status) => [`${status}`, status, null] as const),
]

/** The same answer as it looks behind the gateway, and when something before the gateway wrote it. */
const ways = (status: number, body: string | null) =>
  [{ [SOURCE_HEADER]: 'upstream', 'x-ausername': 'admin' }, { [SOURCE_HEADER]: 'upstream' }, {}].map(
    (headers) => () => new Response(body, { status, headers }),
  )

const answering = (answer: () => Response) => vi.stubGlobal('fetch', () => Promise.resolve(answer()))

afterEach(() => vi.unstubAllGlobals())

describe.each(PLACES)('%s', (_place, read) => {
  it('is not there when Bitbucket says so', async () => {
    answering(() => upstreamRefusal(404))
    expect(await read()).toBeNull()
  })

  it.each(FOREIGN)('is not said to be gone by %s', async (_what, status, body) => {
    for (const answer of ways(status, body)) {
      answering(answer)
      await expect(read()).rejects.toMatchObject({ name: 'Problem' })
    }
  })

  it('is not said to be gone by a refusal that something before the console wrote', async () => {
    answering(() => Response.json({ errors: [{ message: 'none' }] }, { status: 404 }))
    await expect(read()).rejects.toMatchObject({ kind: 'not-console' })
  })
})

/** Writes that Bitbucket confirms without a body. */
const WRITES: readonly (readonly [what: string, write: () => Promise<unknown>])[] = [
  ['a removal', () => call('removeMirror', { parameters: { mirrorId: 'B0F5' } })],
  ['a preference', () => call('setPreferredMirror', { body: 'B0F5' })],
  ['a preference that is cleared', () => call('clearPreferredMirror', {})],
  ['a request that is deleted', () => call('deleteRequest', { parameters: { mirroringRequestId: '7' } })],
  [
    'an event',
    () =>
      call('publishEvent', {
        parameters: { mirrorId: 'B0F5' },
        body: { type: 'SYNCHRONIZED', upstreamRepoId: '1' },
      }),
  ],
]

describe.each(WRITES)('%s', (_what, write) => {
  it('is confirmed by 204', async () => {
    answering(upstreamNoContent)
    expect(await write()).toBeUndefined()
  })

  it.each(FOREIGN.filter(([, status]) => status !== 204))(
    'is not confirmed by %s',
    async (_how, status, body) => {
      for (const answer of ways(status, body)) {
        answering(answer)
        await expect(write()).rejects.toMatchObject({ name: 'Problem' })
      }
    },
  )

  it('is not confirmed by 204 of something before the console', async () => {
    answering(() => new Response(null, { status: 204 }))
    await expect(write()).rejects.toMatchObject({ kind: 'not-console' })
  })
})
