const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443', ssh: '22' }

const URL_PREFIX = /^(https?|ssh):\/\/((?:[^/@]+@)?)([^/@:]+|\[[^\]]+\])(?::(\d+))?(\/.*)$/i
const SCP_PREFIX = /^([^/@:]+@)([^/@:]+):$/

/**
 * The ways in which clones may spell the same prefix: with and without the default port, and for ssh also as
 * `user@host:`. The prefix itself stands first. Git compares `insteadOf` letter by letter, so that each needs a rule.
 * Source: git-config, `url.<base>.insteadOf`; git-clone, "GIT URLS".
 */
export const addressSpellings = (prefix: string): readonly string[] => {
  const [, scpUser, scpHost] = SCP_PREFIX.exec(prefix) ?? []
  if (scpUser !== undefined && scpHost !== undefined) {
    return [prefix, `ssh://${scpUser}${scpHost}/`, `ssh://${scpUser}${scpHost}:22/`]
  }
  const [, scheme, user = '', host, port, path] = URL_PREFIX.exec(prefix) ?? []
  if (scheme === undefined || host === undefined || path === undefined) return [prefix]
  const defaultPort = DEFAULT_PORTS[scheme.toLowerCase()] ?? ''
  if (port !== undefined && port !== defaultPort) return [prefix]
  const spellings = [
    prefix,
    `${scheme}://${user}${host}${path}`,
    `${scheme}://${user}${host}:${defaultPort}${path}`,
    ...(scheme.toLowerCase() === 'ssh' && user !== '' && path === '/' ? [`${user}${host}:`] : []),
  ]
  return [...new Set(spellings)]
}
