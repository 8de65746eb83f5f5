/** The oldest Node on which the console runs: undici, which asks Bitbucket, needs it. */
export const OLDEST_NODE = '22.19'

/** One sentence for a Node that is too old; `null` for one that is not. */
export const nodeTooOld = (version: string): string | null => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split('.').map(Number)
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
    ? null
    : `Mirror Console needs Node ${OLDEST_NODE} or newer, and this is Node ${version}: start it with a newer one.`
}
