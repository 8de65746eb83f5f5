import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { SIGN_IN_WAYS } from '#contract/sign-in-way.ts'
import { ConfigError } from './config-error.ts'
import { requireBitbucketHost } from './require-bitbucket-host.ts'
import { isLoopbackHost } from '#gateway/http/loopback-host.ts'
import { readTrustedProxies } from '#gateway/http/trusted-proxies.ts'
import { NO_MIRROR_NETWORKS, readMirrorNetworks } from '#gateway/mirrors/mirror-networks.ts'
import { randomSessionKeys, readSessionKeys } from '#gateway/session/session-keys.ts'
import {
  readWatchRepositories,
  readWatchStore,
  readWatchToken,
  readWebhookSecret,
} from '#gateway/watch/watch-settings.ts'
import { readUpstreamAddress } from '#gateway/upstream/upstream-address.ts'

/** Environment variables, or a replacement for them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A setting read by a function that throws the end of the sentence "SETTING …". */
const readBy = <T>(read: (text: string) => T) =>
  v.pipe(
    v.string(),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      try {
        return read(dataset.value)
      } catch (error) {
        addIssue({ message: error instanceof Error ? error.message : 'cannot be read' })
        return NEVER
      }
    }),
  )

/** The console's own address: origin, and the path below which it is served; it may be spelled as Bitbucket's may. */
const readPublicUrl = (text: string) => {
  const { origin, contextPath, href } = readUpstreamAddress(text)
  const [first = ''] = contextPath.slice(1).split('/')
  if (/^(?:rest|assets|-)$/i.test(first)) {
    throw new Error('must have a path that does not begin with one of the console itself (rest, assets, -)')
  }
  return { origin, basePath: contextPath, href }
}

const readCertificates = (path: string): string => {
  const unreadable = 'must name a readable file of certificates in PEM form'
  try {
    const text = readFileSync(path, 'utf8')
    return new X509Certificate(text).toString() === '' ? '' : text
  } catch {
    throw new Error(unreadable)
  }
}

const PORT_EXPECTED = 'must be a number from 0 to 65535'

const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, PORT_EXPECTED),
  v.transform(Number),
  v.maxValue(65_535, PORT_EXPECTED),
)

const IDLE_EXPECTED = 'must be a number of minutes from 2 to 1440'

const settings = v.object({
  PORT: v.optional(port, '7991'),
  METRICS_PORT: v.optional(port),
  HOST: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Za-z0-9.:-]{1,253}$/, 'must be a host name or an address')),
    '127.0.0.1',
  ),
  PUBLIC_URL: v.optional(readBy(readPublicUrl)),
  SIGN_IN: v.optional(v.picklist(SIGN_IN_WAYS, `must be ${SIGN_IN_WAYS.join(' or ')}`), 'own'),
  SESSION_KEYS: v.optional(readBy(readSessionKeys)),
  BITBUCKET_URL: v.optional(readBy(readUpstreamAddress)),
  BITBUCKET_CA_FILE: v.optional(readBy(readCertificates)),
  MIRROR_NETWORKS: v.optional(readBy(readMirrorNetworks)),
  SESSION_IDLE_MINUTES: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/, IDLE_EXPECTED),
      v.transform(Number),
      v.minValue(2, IDLE_EXPECTED),
      v.maxValue(1440, IDLE_EXPECTED),
    ),
    '480',
  ),
  TRUSTED_PROXIES: v.optional(readBy(readTrustedProxies)),
  WATCH_TOKEN: v.optional(readBy(readWatchToken)),
  WATCH_STORE: v.optional(readBy(readWatchStore)),
  WEBHOOK_SECRET: v.optional(readBy(readWebhookSecret)),
  WATCH_REPOSITORIES: v.optional(readBy(readWatchRepositories)),
})

/** The name of a setting. */
export type SettingName = keyof typeof settings.entries

/** The defaults by which settings are read, as they would be written. */
export const SETTING_DEFAULTS: Readonly<Record<SettingName, string | undefined>> = v.getDefaults(settings)

/** Whether a value can be read by itself. */
export const isReadable = (name: SettingName, value: string): boolean =>
  v.safeParse(settings.entries[name], value).success

const trimmed = (env: Environment): Record<string, string> =>
  Object.fromEntries(
    Object.keys(settings.entries).flatMap((name) => {
      const value = env[name]?.trim() ?? ''
      return value === '' ? [] : [[name, value]]
    }),
  )

/**
 * Reads the gateway's settings. Empty means unset.
 *
 * @throws ConfigError with one plain sentence for the first wrong setting.
 */
export const readConfig = (env: Environment) => {
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    throw new ConfigError(
      'NODE_TLS_REJECT_UNAUTHORIZED must not be 0: name your own authority with BITBUCKET_CA_FILE instead.',
    )
  }
  const read = v.safeParse(settings, trimmed(env))
  if (!read.success) {
    const [issue] = read.issues
    throw new ConfigError(`${v.getDotPath(issue) ?? 'A setting'} ${issue.message}.`)
  }
  const { HOST, PUBLIC_URL, SIGN_IN, SESSION_KEYS, BITBUCKET_URL } = read.output
  const { WATCH_TOKEN, WATCH_STORE, WEBHOOK_SECRET } = read.output
  const hasOwnSessions = SIGN_IN === 'own'
  if (!hasOwnSessions && BITBUCKET_URL !== undefined) requireBitbucketHost(PUBLIC_URL, BITBUCKET_URL)
  const isReachableByOthers = !isLoopbackHost(HOST) || PUBLIC_URL !== undefined
  if (hasOwnSessions && SESSION_KEYS === undefined && isReachableByOthers) {
    throw new ConfigError(
      'SESSION_KEYS must be given when HOST is not a loopback address or PUBLIC_URL is set, for example the output of: openssl rand -hex 32.',
    )
  }
  if (PUBLIC_URL === undefined && /^(?:0\.0\.0\.0|::)$/.test(HOST)) {
    throw new ConfigError(
      'PUBLIC_URL must be given when HOST means every address of this machine, since the Host header is checked against it.',
    )
  }
  if (WATCH_STORE !== undefined && WATCH_STORE.kind !== 'off' && BITBUCKET_URL && WATCH_TOKEN === undefined) {
    throw new ConfigError('WATCH_TOKEN must be given with WATCH_STORE: nobody watches without it.')
  }
  if (BITBUCKET_URL !== undefined && WEBHOOK_SECRET !== undefined && WATCH_TOKEN === undefined) {
    throw new ConfigError('WATCH_TOKEN must be given with WEBHOOK_SECRET: nobody watches without it.')
  }
  return {
    port: read.output.PORT,
    host: HOST,
    /** Port of `/metrics` on 127.0.0.1; `null` for none. */
    metricsPort: read.output.METRICS_PORT ?? null,
    /** Address under which people reach the console when a proxy is in front; no slash at its end. */
    publicUrl: PUBLIC_URL?.href ?? null,
    /** What distinguishes this console from another one of the same host; the same for all replicas of one public address. */
    consoleAddress: PUBLIC_URL?.href ?? `port ${read.output.PORT}`,
    /** Path of that address: empty, or such as `/mirrors`. */
    basePath: PUBLIC_URL?.basePath ?? '',
    signIn: SIGN_IN,
    /** The first seals, all open. */
    sessionKeys: SESSION_KEYS ?? randomSessionKeys(),
    /** Whether another process, such as a replica or this console after a restart, can open these sessions. */
    areKeysShared: hasOwnSessions && SESSION_KEYS !== undefined,
    /** How long a session may be without use, in ms. */
    sessionIdleMs: read.output.SESSION_IDLE_MINUTES * 60_000,
    upstream: BITBUCKET_URL ?? null,
    /** PEM text, trusted for Bitbucket and mirrors in addition to the usual authorities. */
    certificates: read.output.BITBUCKET_CA_FILE ?? null,
    mirrorNetworks: read.output.MIRROR_NETWORKS ?? NO_MIRROR_NETWORKS,
    /** Proxies whose `X-Forwarded-For` is used; none by default. */
    trustedProxies: read.output.TRUSTED_PROXIES ?? [],
    /** HTTP access token of the account that watches the mirrors; `null` where nobody watches. */
    watchToken: WATCH_TOKEN ?? null,
    /** Where the watch keeps what it sees; `null` where it is not said. */
    watchStore: WATCH_STORE ?? null,
    /** What Bitbucket signs its webhooks with; `null` where none are taken. */
    webhookSecret: WEBHOOK_SECRET ?? null,
    /** Ids of the repositories that are looked at; `null` for one of each of a few projects. */
    watchRepositories: read.output.WATCH_REPOSITORIES ?? null,
  }
}

/** The gateway's settings after reading. */
export type Config = ReturnType<typeof readConfig>
