import { describe, expect, it } from 'vitest'
import { builtRoot } from '#demo/testing/built-root.ts'
import { startProgram } from '#demo/testing/start-program.ts'
import { jsonAnswer, startRawUpstream } from './testing/raw-upstream.ts'
import { sessionKey } from './testing/session-key.ts'

const SECRET = 'hunter2hunter2hunter2hunter2hunter2hunter2'

const start = (env: Record<string, string>) =>
  startProgram('src/gateway/main.ts', { PORT: '0', BITBUCKET_URL: 'http://127.0.0.1:1', ...env }, builtRoot())

describe('a start in production', { timeout: 20_000 }, () => {
  it.each([
    [
      { BITBUCKET_CA_FILE: `/no/such/${SECRET}` },
      'BITBUCKET_CA_FILE must name a readable file of certificates in PEM form.',
    ],
    [
      { PUBLIC_URL: 'https://console.example.com' },
      'SESSION_KEYS must be given when HOST is not a loopback address or PUBLIC_URL is set, for example the output of: openssl rand -hex 32.',
    ],
    [
      { SESSION_KEYS: '0123456789'.repeat(8) },
      'SESSION_KEYS must be random keys, for example the output of: openssl rand -hex 32.',
    ],
    [{ SIGN_IN: 'sso' }, 'SIGN_IN must be own or bitbucket-session.'],
    [
      { SIGN_IN: 'bitbucket-session', PUBLIC_URL: 'http://127.0.0.1:2/mirrors/' },
      'PUBLIC_URL must have the scheme, host and port of BITBUCKET_URL with SIGN_IN=bitbucket-session: browsers have that session only there.',
    ],
  ])('ends with one sentence that names the setting: $1', async (env, sentence) => {
    const program = start(env)
    expect(await program.ended).toBe(1)
    expect(program.output()).toBe(`${sentence}\n`)
    expect(program.output()).not.toContain(SECRET)
  })

  it.each([
    [
      '/bitbucket/rest/api/latest/application-properties',
      'BITBUCKET_URL must be the address that answers itself, but this one redirects: set it to http://127.0.0.1:PORT/bitbucket.',
    ],
    [
      'https://bitbucket.example.com/rest/api/latest/application-properties?token=canary',
      'BITBUCKET_URL must be the address that answers itself, but this one redirects: set it to https://bitbucket.example.com.',
    ],
    [
      '/login?next=canary',
      'BITBUCKET_URL must be the address that answers itself, but this one redirects elsewhere.',
    ],
  ])('before an upstream that redirects to %s ends with a sentence too', async (location, sentence) => {
    const upstream = await startRawUpstream((_request, socket) =>
      socket.end(`HTTP/1.1 301 Moved\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`),
    )
    const program = start({ BITBUCKET_URL: upstream.url })
    expect(await program.ended).toBe(1)
    const lines = program.output().trimEnd().split('\n')
    expect(lines.at(-1)).toBe(sentence.replace('PORT', new URL(upstream.url).port))
    expect(program.output()).not.toContain('canary')
  })

  it('before one whose root alone redirects succeeds: Bitbucket sends people to their dashboard', async () => {
    const upstream = await startRawUpstream((request, socket) =>
      socket.write(
        request.startsWith('GET / ')
          ? 'HTTP/1.1 302 Found\r\nlocation: /dashboard\r\ncontent-length: 0\r\n\r\n'
          : jsonAnswer({ version: '8.16.2' }),
      ),
    )
    const program = start({ BITBUCKET_URL: upstream.url, SESSION_KEYS: sessionKey('start') })
    const url = await program.waitForOutput(/^Mirror Console: (\S+)$/m)
    await expect.poll(() => upstream.received).toHaveLength(1)
    expect((await fetch(`${url}/-/ready`)).status).toBe(200)
  })
})
