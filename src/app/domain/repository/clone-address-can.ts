import { type Allowed, allowed, refused } from '#app/text/allowed.ts'

type Rule = { readonly why: string; readonly applies: (address: string) => boolean }

const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//
const KNOWN_SCHEME = /^(?:https?|ssh):\/\//i

/** `[user@]host:path`, as ssh and scp write it. Neither user, host nor path may be read as an option. */
const SCP_LIKE = /^(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9][A-Za-z0-9.-]*:[\w~/.][^:]*$/

/** The authority of a URL: an optional plain user, a host that starts as hosts do, an optional port. */
const AUTHORITY =
  /^(?:[A-Za-z0-9_][A-Za-z0-9_-]*@)?(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/

const authorityOf = (address: string): string => /^[^/?#]*/.exec(address.replace(SCHEME, ''))?.[0] ?? ''

/**
 * The rules in the order in which they are told; the first that applies wins. An address ends up behind `git clone` in
 * somebody's terminal, where a line break sends it off, a dash makes it an option and `ext::` runs a command.
 * Source: git-remote-ext, git-clone; CVE-2017-1000117 for `ssh://-o…`.
 */
const rules: readonly Rule[] = [
  { why: 'it is empty or too long', applies: (address) => address === '' || address.length > 2048 },
  { why: 'it starts like an option of a command', applies: (address) => address.startsWith('-') },
  { why: 'git would run a command for it', applies: (address) => /^[\w+.-]+::/.test(address) },
  {
    why: 'it holds spaces, line breaks or hidden characters',
    applies: (address) => /[\s\p{C}\p{Z}]/u.test(address),
  },
  {
    why: 'it holds characters that a shell or a reader can take for others',
    applies: (address) => !/^[\w.~:/@%+,=[\]-]+$/.test(address),
  },
  {
    why: 'it is no http, https or ssh address',
    applies: (address) => (SCHEME.test(address) ? !KNOWN_SCHEME.test(address) : !SCP_LIKE.test(address)),
  },
  {
    why: 'its host or user is not one that can be trusted',
    applies: (address) => SCHEME.test(address) && !AUTHORITY.test(authorityOf(address)),
  },
]

/** What may be done with an address to clone from or push to. Every one was written by a mirror. */
export const cloneAddressCan = {
  /** Whether it may be put on the clipboard. */
  copy: (address: string): Allowed => {
    const rule = rules.find(({ applies }) => applies(address))
    return rule === undefined ? allowed : refused(rule.why)
  },
} as const
