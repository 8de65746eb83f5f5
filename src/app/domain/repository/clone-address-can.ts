import { type Allowed, allowed, refused } from '#app/text/allowed.ts'

type Rule = { readonly why: string; readonly applies: (address: string) => boolean }

const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//
const KNOWN_SCHEME = /^(?:https?|ssh):\/\//i

const HOST = String.raw`(?:[A-Za-z0-9_][\w.-]*|\[[0-9A-Fa-f:.]+(?:%25\w+)?\])`

/** A user's name. Of escapes only `@`, `+`, a space and the backslash of a Windows domain occur in names. */
const USER = String.raw`[A-Za-z0-9_](?:[\w.+~-]|%(?:40|2[Bb]|20|5[Cc]))*`

/** `[user@]host:path`, as ssh and scp write it. Neither user, host nor path may be read as an option. */
const SCP_LIKE = new RegExp(String.raw`^(?:[A-Za-z0-9_][\w.+-]*@)?${HOST}:[\w~/.(][^:]*$`)

/** The authority of a URL: an optional plain user, a host that starts as hosts do, an optional port. */
const AUTHORITY = new RegExp(String.raw`^(?:${USER}@)?${HOST}(?::\d{1,5})?$`)

/** A user name that reads like a host (`bitbucket.example.com@`), and not like a person (`john.doe@`). */
const HOST_LIKE_USER =
  /^(?:www\.[^@%]*|[^@%]*\.(?:com|net|org|edu|gov|mil|int|info|biz|io|dev|app|cloud|example|test|local|internal|intranet|corp|lan)|[^@%.]+\.[^@%]+\.[A-Za-z]{2})(?:%[^@]*)?@/i

/** Escapes of line breaks and other controls, which some credential helpers take for the real ones (CVE-2020-5260). */
const ESCAPED_CONTROL = /%(?:[01][0-9A-F]|7F)/i

const authorityOf = (address: string): string => /^[^/?#]*/.exec(address.replace(SCHEME, ''))?.[0] ?? ''

/**
 * The rules in the order in which they are applied; the first that applies wins. An address ends up behind `git clone` in a
 * terminal, where a line break sends it off, a dash makes it an option and `ext::` runs a command.
 * Source: git-remote-ext, git-clone; CVE-2017-1000117 for `ssh://-o…`.
 */
const rules: readonly Rule[] = [
  { why: 'it is empty or too long', applies: (address) => address === '' || address.length > 2048 },
  { why: 'it starts like an option of a command', applies: (address) => address.startsWith('-') },
  { why: 'git would run a command for it', applies: (address) => /^[\w+.-]+::/.test(address) },
  {
    why: 'it holds spaces, line breaks or hidden characters',
    applies: (address) => /[\s\p{C}\p{Z}]/u.test(address) || ESCAPED_CONTROL.test(address),
  },
  {
    why: 'it holds characters that a shell or a reader can take for others',
    // A word, a colon and parentheses are a script (`javascript:alert(1)`) rather than a host and a path.
    applies: (address) => !/^[\w.~:/@%+,=()[\]-]+$/.test(address) || /^[^/@]*:[^/]*[()]/.test(address),
  },
  {
    why: 'it is no http, https or ssh address',
    applies: (address) => (SCHEME.test(address) ? !KNOWN_SCHEME.test(address) : !SCP_LIKE.test(address)),
  },
  {
    why: 'its host or user is not one that can be trusted',
    applies: (address) => {
      if (!SCHEME.test(address)) return HOST_LIKE_USER.test(address)
      const authority = authorityOf(address)
      return !AUTHORITY.test(authority) || HOST_LIKE_USER.test(authority)
    },
  },
]

/** PowerShell runs what stands between parentheses, even in the middle of a word that is not quoted. */
const bareRule: Rule = {
  why: 'it holds parentheses, which a shell understands: use the quoted commands of the git set-up',
  applies: (address) => /[()]/.test(address),
}

const answerBy = (applied: readonly Rule[], address: string): Allowed => {
  const rule = applied.find(({ applies }) => applies(address))
  return rule === undefined ? allowed : refused(rule.why)
}

/** What may be done with an address to clone from or push to. Every one was written by a mirror. */
export const cloneAddressCan = {
  /** Put on the clipboard as it is, to be pasted without quotes. */
  copy: (address: string): Allowed => answerBy([...rules, bareRule], address),
  /** Stand in a command, quoted for its shell. */
  quote: (address: string): Allowed => answerBy(rules, address),
} as const
