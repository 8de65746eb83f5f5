import type { Environment } from '#gateway/ops/config.ts'
import { LISTED_SETTINGS } from './listed-settings.ts'

const SECRET = '(secret)'

/** Shorter ones, such as a password of two letters, would take pieces out of every word. */
const MIN_LENGTH = 4

/** A password in an address, as it is written and as it is meant. */
const passwordsIn = (value: string): string[] => {
  const [, written] = /:\/\/[^/@]*?:([^@]*)@/.exec(value) ?? []
  if (written === undefined) return []
  try {
    return [written, decodeURIComponent(written)]
  } catch {
    return [written]
  }
}

/** All that is secret in the settings. */
const secretsOf = (env: Environment): string[] =>
  LISTED_SETTINGS.filter(({ isSecret }) => isSecret)
    .flatMap(({ name }) => {
      const value = env[name]?.trim() ?? ''
      // Keys stand in one list.
      return name === 'WATCH_STORE' ? passwordsIn(value) : value.split(/\s*,\s*/).concat(value)
    })
    .filter((secret) => secret.length >= MIN_LENGTH)
    .toSorted((a, b) => b.length - a.length)

/** What is secret by its form, whoever wrote it: credentials in headers and addresses, tokens, signed links, cookies. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, `$1 ${SECRET}`],
  [
    /\b(authorization|cookie|set-cookie|x-hub-signature)(["']?\s*[:=]\s*)(?:"[^"]*"|[^\s"',}]+[^"\n,}]*)/gi,
    `$1$2"${SECRET}"`,
  ],
  [/(\/\/[^\s/:@"]*):[^\s/@"]+@/g, `$1:${SECRET}@`],
  [
    /\b((?:\w*(?:token|secret|passw(?:or)?d|jwt|apikey|api_key))["']?\s*[=:]\s*["']?)[^\s&"',}]+/gi,
    `$1${SECRET}`,
  ],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, SECRET],
  // Bitbucket Data Center's tokens begin like this.
  [/\bBBDC-[\w+/=-]+/g, SECRET],
]

/** Takes a text's secrets out. */
export type Clean = (text: string) => string

/** Takes out the secrets of the settings, wherever they stand, and changes nothing else. */
export const withoutOwnSecrets = (env: Environment): Clean => {
  const secrets = secretsOf(env)
  return (text) => secrets.reduce((all, secret) => all.replaceAll(secret, SECRET), text)
}

/** Takes out the secrets of the settings, and whatever looks like a secret: for what others wrote. */
export const withoutSecrets = (env: Environment): Clean => {
  const clean = withoutOwnSecrets(env)
  return (text) => FORMS.reduce((all, [form, instead]) => all.replaceAll(form, instead), clean(text))
}
