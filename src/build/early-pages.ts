/** What a page needs before its code runs: the file of its code, and the answers it will ask for first. */
export type EarlyPage = {
  /** Path of the page's module below `src/app/features`, without its extension. */
  readonly module: string
  /** Targets of its first questions, as the contract writes them. A test holds them to what the loaders really ask. */
  readonly reads: readonly string[]
}

const mirroring = '/rest/mirroring/latest'
const mirrors = `${mirroring}/mirrorServers?start=0&limit=1000`
const requests = `${mirroring}/requests?start=0&limit=100&state=PENDING`
const preferredMirror = `${mirroring}/account/settings/preferred-mirror`
const version = '/rest/api/latest/application-properties'

/**
 * The pages that people open first, by their path. Their addresses with a query ask for something else, and ask when
 * their code has arrived. The server's clock is left out: its answer must be timed by who asks.
 */
export const earlyPages: Readonly<Record<string, EarlyPage>> = {
  '/': { module: 'overview/overview-page', reads: [mirrors, requests, version] },
  '/requests': { module: 'requests/list/requests-page', reads: [requests] },
  '/mirrors': { module: 'mirrors/list/mirrors-page', reads: [mirrors, preferredMirror, version] },
  '/repositories': {
    module: 'repositories/list/repositories-page',
    reads: [`${mirroring}/repos?start=0&limit=100&includeDefaultBranch=true`],
  },
  '/preferred-mirror': {
    module: 'preferred-mirror/preferred-mirror-page',
    reads: [mirrors, preferredMirror],
  },
  '/coverage': { module: 'coverage/coverage-page', reads: [mirrors] },
}
