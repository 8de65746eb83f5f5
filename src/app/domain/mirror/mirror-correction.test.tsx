import { afterEach, describe, expect, it, vi } from 'vitest'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { confirmedWrite } from '#app/api/confirmed-write.ts'
import { upstreamAnswer, upstreamRefusal } from '#demo/testing/upstream-answer.ts'
import { correctionWrite } from './mirror-correction.ts'
import { Problem } from '#app/api/problem.ts'

const shown: MirrorServer = {
  id: 'B0F5-CS21',
  name: 'Tokyo',
  baseUrl: 'https://tokyo.example.com',
  enabled: true,
  lastSeenDate: null,
  mirrorType: 'SINGLE',
  productType: 'Bitbucket',
  productVersion: '8.16.2',
}
const wanted = { baseUrl: 'https://osaka.example.com', productVersion: '8.16.3' }
const corrected = { ...shown, ...wanted }

const json = upstreamAnswer

/** Answers reads from a list, whose last answers all that follow, and the write with one answer. */
const serve = (reads: readonly unknown[], write: () => Response | Promise<Response>) => {
  const bodies: unknown[] = []
  let count = 0
  vi.stubGlobal('fetch', async (_url: URL, { method, body }: { method: string; body: string | null }) => {
    if (method === 'GET') {
      const read = reads[count] ?? reads.at(-1)
      count += 1
      return read === null ? upstreamRefusal(404) : json(read)
    }
    bodies.push(JSON.parse(body ?? ''))
    return write()
  })
  return bodies
}

const correctMirror = () =>
  confirmedWrite(correctionWrite({ shown, wanted }), {
    lost: null,
    onChecking: () => undefined,
    wait: () => Promise.resolve(),
  })
afterEach(() => vi.unstubAllGlobals())

describe('a correction of the record', () => {
  it('is done when Bitbucket, asked again, has what was wanted', async () => {
    const bodies = serve([shown, corrected], () => json(corrected))
    expect(await correctMirror()).toMatchObject({ kind: 'done', truth: wanted })
    expect(bodies).toEqual([{ ...wanted, productType: 'Bitbucket' }])
  })

  it('that Bitbucket confirms and does not make is told', async () => {
    serve([shown], () => json(corrected))
    expect(await correctMirror()).toMatchObject({ kind: 'not-done', problem: null })
  })

  it('whose answer is lost is followed by the truth', async () => {
    serve([shown, corrected], () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await correctMirror()).toMatchObject({ kind: 'found' })
    serve([shown], () => upstreamRefusal(500))
    expect(await correctMirror()).toMatchObject({
      kind: 'not-done',
      problem: { kind: 'server' },
    })
  })

  it('of a record that changed or went away sends nothing', async () => {
    const changed = serve([{ ...shown, productVersion: '8.0.0' }], () => json(corrected))
    expect(await correctMirror()).toMatchObject({ kind: 'changed' })
    const gone = serve([null], () => json(corrected))
    expect(await correctMirror()).toEqual({ kind: 'gone', mayBeOurs: false })
    expect([...changed, ...gone]).toEqual([])
  })

  it.each([400, 401])('that is refused with %d took no effect', async (status) => {
    serve([shown], () => upstreamRefusal(status))
    await expect(correctMirror()).rejects.toBeInstanceOf(Problem)
  })
})
