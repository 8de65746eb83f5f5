import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Environment } from '#gateway/ops/config.ts'
import { distFolder } from '#gateway/testing/dist-folder.ts'
import { sessionKey } from '#gateway/testing/session-key.ts'
import { temporaryFolder } from '#gateway/testing/temporary-folder.ts'
import { supportBundle } from './support-bundle.ts'

const KEY = sessionKey('support')

const SETTINGS = {
  BITBUCKET_URL: 'http://127.0.0.1:1',
  PUBLIC_URL: 'http://127.0.0.1:1/console',
  SESSION_KEYS: KEY,
  WATCH_TOKEN: 'token-canary',
  WEBHOOK_SECRET: 'webhook-secret-canary',
  WATCH_STORE: 'postgres://user:password-canary@127.0.0.1:1/console',
}

/** What a log can hold at its worst: each line has a canary. */
const LOG = [
  '{"kind":"decision","time":"T","user":"user-canary","operation":"removeMirror","ids":{"mirrorId":"id-canary"},"outcome":"done","status":204}',
  'Nov 27 host console[1]: {"kind":"decision","user":"user-canary","operation":"removeMirror","outcome":"done"}',
  'Error: WATCH_TOKEN token-canary was refused',
  'Error: connect postgres://user:password-canary@db/console',
  'authorization: Bearer other-canary',
  'https://admin:address-canary@host/',
  '/rest?jwt=link-canary',
  `key ${KEY}`,
]

const bundleOf = (env: Environment, log: string | null, input = '') =>
  supportBundle({
    env,
    distDir: distFolder(),
    version: '1.2.3',
    log,
    input: Readable.from([input]),
    now: Date.now,
  })

const parsed = (text: string) =>
  v.parse(
    v.looseObject({
      version: v.string(),
      settings: v.record(v.string(), v.nullable(v.string())),
      check: v.array(v.string()),
      log: v.union([v.string(), v.array(v.string())]),
    }),
    JSON.parse(text),
  )

describe('the support bundle', () => {
  it('has no secret of the settings or of the log in it, nor names of people', async () => {
    const file = join(temporaryFolder(), 'console.log')
    writeFileSync(file, LOG.join('\n'))
    const text = await bundleOf(SETTINGS, file)
    expect(text).not.toMatch(/canary/)
    expect(text).not.toContain(KEY)
    expect(parsed(text).log).toHaveLength(LOG.length)
  })

  it('has none either where settings are wrong, or hold what belongs elsewhere', async () => {
    const text = await bundleOf(
      {
        ...SETTINGS,
        BITBUCKET_URL: 'https://admin:address-canary@host',
        WATCH_STORE: 'canary',
        HOST: 'a canary',
      },
      '-',
      LOG.join('\n'),
    )
    expect(text).not.toMatch(/canary/)
    expect(parsed(text).settings).toMatchObject({
      BITBUCKET_URL: '(set, and wrong)',
      HOST: '(set, and wrong)',
    })
  })

  it('says what is set, what was found, and the last lines of the log', async () => {
    const lines = Array.from({ length: 300 }, (_none, at) => `{"route":"/rest","status":200,"ms":${at}}`)
    const { version, settings, check, log } = parsed(await bundleOf(SETTINGS, '-', `${lines.join('\n')}\n`))
    expect(version).toBe('1.2.3')
    expect(settings).toMatchObject({
      BITBUCKET_URL: 'http://127.0.0.1:1',
      SESSION_KEYS: '(set)',
      WATCH_STORE: '(set)',
      TRUSTED_PROXIES: null,
    })
    expect(check).toContainEqual(expect.stringMatching(/^Wrong: Bitbucket does not answer at /))
    expect(log).toEqual(lines.slice(-200))
  })

  it('leaves the sentences of the check as they are', async () => {
    const { check } = parsed(await bundleOf({ ...SETTINGS, WATCH_TOKEN: '' }, null))
    expect(check).toContain('Wrong: WATCH_TOKEN must be given with WATCH_STORE: nobody watches without it.')
  })

  it.each([
    [null, /^Not given\. The log is where the service manager keeps it\./],
    ['/no/such/file', /^The file that --log names could not be read\.$/],
  ])('says where the log is when it is not given: %s', async (file, words) => {
    expect(parsed(await bundleOf(SETTINGS, file)).log).toMatch(words)
  })
})
