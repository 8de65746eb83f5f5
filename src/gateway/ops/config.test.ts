import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { sessionKey } from '#gateway/testing/session-key.ts'

const KEY = sessionKey('one')

/** Settings of a console on Bitbucket's own host, without its address. */
const BITBUCKET_SESSION = { SIGN_IN: 'bitbucket-session', BITBUCKET_URL: 'https://bitbucket.example.com' }

const wrong: readonly (readonly [Readonly<Record<string, string>>, string | RegExp])[] = [
  [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535.'],
  [{ PORT: '65536' }, 'PORT must be a number from 0 to 65535.'],
  [{ PORT: '-1' }, 'PORT must be a number from 0 to 65535.'],
  [{ HOST: 'my host' }, 'HOST must be a host name or an address.'],
  [{ PUBLIC_URL: 'console.example.com' }, 'PUBLIC_URL must start with https:// or http://.'],
  [{ METRICS_PORT: 'yes' }, 'METRICS_PORT must be a number from 0 to 65535.'],
  [
    { PUBLIC_URL: 'https://console.example.com/assets/x', SESSION_KEYS: KEY },
    /^PUBLIC_URL must have a path that does not begin with one of the console itself/,
  ],
  [{ BITBUCKET_URL: 'ftp://bitbucket.example.com' }, 'BITBUCKET_URL must start with https:// or http://.'],
  [{ BITBUCKET_CA_FILE: '/no/such/file.pem' }, /^BITBUCKET_CA_FILE must name a readable file .*\.$/],
  [{ BITBUCKET_CA_FILE: '/' }, /^BITBUCKET_CA_FILE must name a readable file .*\.$/],
  [{ BITBUCKET_CA_FILE: import.meta.filename }, /^BITBUCKET_CA_FILE must name a readable file .*\.$/],
  [{ MIRROR_NETWORKS: '10.0.0.0/33' }, /^MIRROR_NETWORKS must have complete addresses and CIDRs/],
  [{ MIRROR_NETWORKS: 'http://mirror' }, /^MIRROR_NETWORKS must be a list of hosts and CIDRs/],
  [{ TRUSTED_PROXIES: 'proxy.example.com' }, /^TRUSTED_PROXIES must be a list of addresses and CIDRs/],
  [{ TRUSTED_PROXIES: '10.0.0.0/33' }, /^TRUSTED_PROXIES must be a list of addresses and CIDRs/],
  [{ SESSION_IDLE_MINUTES: '1' }, 'SESSION_IDLE_MINUTES must be a number of minutes from 2 to 1440.'],
  [{ SESSION_IDLE_MINUTES: '1441' }, /^SESSION_IDLE_MINUTES must be a number of minutes/],
  [{ SESSION_IDLE_MINUTES: '8h' }, /^SESSION_IDLE_MINUTES must be a number of minutes/],
  [{ TRUSTED_PROXIES: '10.1' }, /^TRUSTED_PROXIES must be a list of addresses and CIDRs/],
  [{ SESSION_KEYS: 'ab'.repeat(31) }, 'SESSION_KEYS must be keys of at least 32 random bytes each.'],
  [{ SESSION_KEYS: 'ab'.repeat(32) }, /^SESSION_KEYS must be random keys/],
  [{ SESSION_KEYS: `${KEY},${'0'.repeat(64)}` }, /^SESSION_KEYS must be random keys/],
  [{ SESSION_KEYS: `${KEY},` }, /^SESSION_KEYS must be keys in hex or base64url/],
  [{ HOST: '192.168.1.5' }, /^SESSION_KEYS must be given when HOST is not a loopback address/],
  [{ PUBLIC_URL: 'https://console.example.com' }, /^SESSION_KEYS must be given/],
  [{ HOST: '0.0.0.0', SESSION_KEYS: KEY }, /^PUBLIC_URL must be given/],
  [
    { WATCH_STORE: 'sqlite:history' },
    'WATCH_STORE must be memory, sqlite:/path/of/a/file or postgres://user:password@host/database.',
  ],
  [{ WATCH_STORE: 'mysql://user:secret@host/db' }, /^WATCH_STORE must be memory, sqlite:/],
  [{ WATCH_STORE: 'postgres://' }, /^WATCH_STORE must be memory, sqlite:/],
  [
    { WATCH_TOKEN: 'two words' },
    'WATCH_TOKEN must be an HTTP access token, without a blank or a line break.',
  ],
  [
    { BITBUCKET_URL: 'https://bitbucket.example.com', WATCH_STORE: 'memory' },
    'WATCH_TOKEN must be given with WATCH_STORE: nobody watches without it.',
  ],
  [{ WEBHOOK_SECRET: 'a-short-secret!' }, /^WEBHOOK_SECRET must have at least 16 characters/],
  [{ WEBHOOK_SECRET: 'a secret with blanks in it' }, /^WEBHOOK_SECRET must have at least 16 characters/],
  [
    { BITBUCKET_URL: 'https://bitbucket.example.com', WEBHOOK_SECRET: 'a-secret-of-tests' },
    'WATCH_TOKEN must be given with WEBHOOK_SECRET: nobody watches without it.',
  ],
  [{ WATCH_REPOSITORIES: 'PROJ/repo' }, /^WATCH_REPOSITORIES must be at most 50 ids of repositories/],
  [
    { WATCH_REPOSITORIES: Array.from({ length: 51 }, (_none, id) => id + 1).join(',') },
    /^WATCH_REPOSITORIES must be at most 50 ids/,
  ],
  [{ SIGN_IN: 'oauth' }, 'SIGN_IN must be own or bitbucket-session.'],
  [
    { ...BITBUCKET_SESSION },
    'PUBLIC_URL must be given with SIGN_IN=bitbucket-session: the address of Bitbucket and a path below it, such as /mirrors/.',
  ],
  ...[
    'https://console.example.com/mirrors/',
    'http://bitbucket.example.com/mirrors/',
    'https://bitbucket.example.com:8443/mirrors/',
    'https://bitbucket.example.com.evil.example/mirrors/',
  ].map(
    (PUBLIC_URL) =>
      [
        { ...BITBUCKET_SESSION, PUBLIC_URL },
        'PUBLIC_URL must have the scheme, host and port of BITBUCKET_URL with SIGN_IN=bitbucket-session: browsers have that session only there.',
      ] as const,
  ),
  ...[
    ['https://bitbucket.example.com', 'https://bitbucket.example.com/'],
    ['https://bitbucket.example.com/bitbucket', 'https://bitbucket.example.com/mirrors/'],
    ['https://bitbucket.example.com/bitbucket', 'https://bitbucket.example.com/bitbucket/'],
    ['https://bitbucket.example.com/bitbucket', 'https://bitbucket.example.com/bitbucket-mirrors/'],
  ].map(
    ([BITBUCKET_URL = '', PUBLIC_URL = '']) =>
      [
        { ...BITBUCKET_SESSION, BITBUCKET_URL, PUBLIC_URL },
        /^PUBLIC_URL must have a path below that of BITBUCKET_URL with SIGN_IN=bitbucket-session/,
      ] as const,
  ),
  [{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, /^NODE_TLS_REJECT_UNAUTHORIZED must not be 0/],
]

/** The settings of a row as a person writes them. */
const written = (env: Readonly<Record<string, string>>): string =>
  Object.entries(env)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')

describe('the settings', () => {
  it('have defaults that make a console on this machine alone', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ port: 7991, host: '127.0.0.1', publicUrl: null, upstream: null })
    expect(config.sessionKeys).toHaveLength(1)
    expect(readConfig({}).sessionKeys).not.toEqual(config.sessionKeys)
  })

  it('take an empty value for none', () => {
    expect(readConfig({ PORT: '', BITBUCKET_URL: ' ' })).toMatchObject({ port: 7991, upstream: null })
  })

  it('are read', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://Console.example.com/',
      SESSION_KEYS: `${KEY}, ${sessionKey('two').repeat(2)}`,
      MIRROR_NETWORKS: '127.0.0.0/8, mirror.example.com',
    })
    expect(config).toMatchObject({ port: 0, host: '0.0.0.0', publicUrl: 'https://console.example.com' })
    expect(config.sessionKeys.map(({ length }) => length)).toEqual([32, 32])
  })

  it.each([
    ['memory', { kind: 'memory' }],
    ['off', { kind: 'off' }],
    ['sqlite:/var/lib/console/history.db', { kind: 'sqlite', path: '/var/lib/console/history.db' }],
    ['postgres://u:p@db/console', { kind: 'postgres', url: 'postgres://u:p@db/console' }],
    ['postgresql://db/console', { kind: 'postgres', url: 'postgresql://db/console' }],
  ])('name the store of the watch: %s', (text, store) => {
    expect(readConfig({ WATCH_STORE: text }).watchStore).toEqual(store)
  })

  it.each(wrong.map(([env, sentence]) => [written(env), env, sentence] as const))(
    '%s stops the start with one sentence',
    (_setting, env, sentence) => {
      expect(() => readConfig(env)).toThrow(expect.objectContaining({ name: 'ConfigError' }))
      expect(() => readConfig(env)).toThrow(sentence)
    },
  )

  it.each([
    ['https://console.example.com', 'https://console.example.com', ''],
    ['https://console.example.com/mirrors/', 'https://console.example.com/mirrors', '/mirrors'],
    ['http://Host/a/b', 'http://host/a/b', '/a/b'],
  ])('take %s for the address of the console', (PUBLIC_URL, publicUrl, basePath) => {
    expect(readConfig({ PUBLIC_URL, SESSION_KEYS: KEY })).toMatchObject({ publicUrl, basePath })
  })

  it.each([
    ['https://bitbucket.example.com', 'https://Bitbucket.example.com:443/mirrors/', '/mirrors'],
    ['https://bitbucket.example.com/scm', 'https://bitbucket.example.com/scm/mirrors', '/scm/mirrors'],
  ])('let a console below %s use its session, without keys', (BITBUCKET_URL, PUBLIC_URL, basePath) => {
    const config = readConfig({ ...BITBUCKET_SESSION, BITBUCKET_URL, PUBLIC_URL })
    expect(config).toMatchObject({ signIn: 'bitbucket-session', basePath, areKeysShared: false })
  })

  it('have sessions of the console itself by default', () => {
    expect(readConfig({ SIGN_IN: '' }).signIn).toBe('own')
  })

  it('never repeats a secret', () => {
    const secret = 'hunter2-hunter2'
    for (const env of [
      { SESSION_KEYS: secret },
      { SESSION_KEYS: `${secret}!` },
      { BITBUCKET_URL: `https://admin:${secret}@bitbucket.example.com` },
      { WEBHOOK_SECRET: `${secret} ${secret}` },
    ]) {
      expect(() => readConfig(env)).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining(secret) }),
      )
    }
  })
})
