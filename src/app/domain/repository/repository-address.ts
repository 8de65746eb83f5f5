/** A project and a repository in it, as addresses name both. Letter case makes no difference. */
export type RepositoryPlace = { readonly projectKey: string; readonly slug: string }

/** Where an address leads. `host` is `null` where the address names none that could be read for certain. */
export type AddressTarget =
  | ({ readonly kind: 'at'; readonly host: string | null } & RepositoryPlace)
  | { readonly kind: 'in-project'; readonly projectKey: string; readonly host: string | null }
  /** An address of something else. Nothing of it is kept, since any part of it may be a secret. */
  | { readonly kind: 'nowhere' }

/** Keys have letters, digits and underscores; a personal project's is a tilde and the name of its owner. */
const KEY = String.raw`(?<key>~?\w[\w.+-]{0,127})`
const SLUG = String.raw`(?<slug>\w[\w.+-]{0,127}?)`
const END = String.raw`(?:\.git)?(?=[/?#@:]|$)`

/** The tails of addresses that lead to a repository. */
const TAILS = [
  // Clone addresses over http(s) of Bitbucket and of mirrors, also with git's own paths behind them.
  new RegExp(`/scm/${KEY}/${SLUG}${END}`, 'i'),
  // Pages and REST resources.
  new RegExp(`/(?<kind>projects|users)/${KEY}/repos/${SLUG}${END}`, 'i'),
  // What a proxy made of a clone address.
  new RegExp(String.raw`/${KEY}/${SLUG}\.git(?=[/?#@:]|$)`, 'i'),
] as const

/** Over ssh, project and repository are all there is. */
const SSH_TAIL = new RegExp(String.raw`(?:^|/)${KEY}/${SLUG}(?:\.git)?/?(?:[?#@].*)?$`, 'i')

const PROJECT_TAIL = new RegExp(`/(?<kind>projects|users)/${KEY}(?=[/?#]|$)`, 'i')

const HOST = String.raw`\[[\da-f:.]+\]|[\p{L}\p{N}_][\p{L}\p{N}._-]*`
const WHOLE_HOST = new RegExp(String.raw`^(${HOST})(?::\d+)?$`, 'iu')

/** `[user@]host:path`, as scp writes it. */
const SCP_LIKE = new RegExp(String.raw`^(.*@)?(${HOST}):(?!//)(.+)$`, 'iu')

const SCHEME = /([a-z][a-z\d+.-]*):\/\//i

/** `user:token@host` without a scheme. */
const CREDENTIALS = /^[^\s/@]+:[^\s@]+@\S/

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * What follows the user, password or token. A password may hold the characters that end an authority: where what stands
 * before them is no host with a port, the last `@` is what ends it.
 */
const withoutUser = (rest: string): string => {
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? ''
  const end = authority.lastIndexOf('@')
  if (end !== -1) return rest.slice(end + 1)
  return WHOLE_HOST.test(authority) ? rest : rest.slice(rest.lastIndexOf('@') + 1)
}

/** The host before the path that leads somewhere. */
const hostOf = (before: string): string | null => {
  const authority = before.slice(before.lastIndexOf('@') + 1).split('/')[0] ?? ''
  return WHOLE_HOST.exec(authority)?.[1]?.toLowerCase() ?? null
}

/** The target of `host/path`, in which escapes were decoded: what comes first counts, since paths of files follow. */
const targetOf = (text: string): AddressTarget | null => {
  const [first] = TAILS.map((tail) => tail.exec(text))
    .filter((tail) => tail !== null)
    .toSorted((one, other) => one.index - other.index)
  const found = first ?? PROJECT_TAIL.exec(text)
  if (!found) return null
  const host = hostOf(text.slice(0, found.index))
  const { kind, key = '', slug } = found.groups ?? {}
  const projectKey = kind?.toLowerCase() === 'users' && !key.startsWith('~') ? `~${key}` : key
  return slug === undefined
    ? { kind: 'in-project', projectKey, host }
    : { kind: 'at', projectKey, slug, host }
}

const sshTargetOf = (host: string, path: string): AddressTarget | null => {
  const { key, slug } = SSH_TAIL.exec(path)?.groups ?? {}
  return key === undefined || slug === undefined
    ? null
    : { kind: 'at', projectKey: key, slug, host: hostOf(host) }
}

/** The target of an address that has a scheme. */
const schemeTargetOf = (scheme: string, rest: string): AddressTarget => {
  const address = decoded(withoutUser(rest))
  const slash = address.indexOf('/')
  const overSsh =
    /ssh$/i.test(scheme) && slash !== -1 ? sshTargetOf(address.slice(0, slash), address.slice(slash)) : null
  return overSsh ?? targetOf(address) ?? { kind: 'nowhere' }
}

/** The target of a word that has no scheme: as scp writes it, or the end of an address. */
const bareTargetOf = (word: string): AddressTarget | null => {
  const [, user, host = '', path = ''] = SCP_LIKE.exec(decoded(word)) ?? []
  const isScp = user !== undefined || (!path.includes('@') && (host.includes('.') || /\.git\/?$/i.test(path)))
  const scp = isScp ? sshTargetOf(host, path) : null
  if (scp !== null) return scp
  const text = decoded(withoutUser(word))
  // `projects/PAY` and `PAY/ledger.git` may be a project and a repository: what begins neither with a host nor with a
  // slash must say more.
  const isRooted = text.startsWith('/') || /^[^/]*[.:][^/]*\//.test(text)
  const target = targetOf(isRooted ? text : `/${text}`)
  const isSure = isRooted
    ? !/^\/[^/]+\/[^/]+\.git\/?$/i.test(text)
    : /^(?:scm|projects|users)(?:\/[^/]+){2}/i.test(text)
  if (target !== null && isSure && (isRooted || target.kind === 'at')) return target
  return CREDENTIALS.test(word) ? { kind: 'nowhere' } : null
}

/** No address is longer. */
const LONGEST = 2048

/**
 * Where an address leads; `null` for a word that is none.
 *
 * @param word without blanks and quotes; what stands before a scheme, such as `url=`, does not count.
 */
export const addressTargetOf = (word: string): AddressTarget | null => {
  if (word.length > LONGEST) return { kind: 'nowhere' }
  const bare = word.replace(/[).,;:!\]}]+$/, '')
  const scheme = SCHEME.exec(bare)
  return scheme === null
    ? bareTargetOf(bare)
    : schemeTargetOf(scheme[1] ?? '', bare.slice(scheme.index + scheme[0].length))
}
