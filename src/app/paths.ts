/** Every address of the console. Ids are encoded here and checked by the page that reads them. */
export const paths = {
  overview: '/',
  /** The fleet at a moment, epoch ms. */
  overviewAt: (at: number) => `/?at=${encodeURIComponent(new Date(at).toISOString())}`,
  signIn: '/sign-in',
  requests: '/requests',
  newRequest: '/requests/new',
  request: (id: string) => `/requests/${encodeURIComponent(id)}`,
  mirrors: '/mirrors',
  mirror: (id: string) => `/mirrors/${encodeURIComponent(id)}`,
  mirrorHistory: (id: string) => `/mirrors/${encodeURIComponent(id)}?tab=history`,
  repositories: '/repositories',
  repositorySearch: (text: string) => `/repositories?search=${encodeURIComponent(text)}`,
  repository: (id: string) => `/repositories/${encodeURIComponent(id)}`,
  /** The page of the one repository that this finds; where it finds none or several, the search. */
  repositoryOf: (place: string) => `/repositories?search=${encodeURIComponent(place)}&open=only`,
  projects: '/projects',
  project: (id: string) => `/projects/${encodeURIComponent(id)}`,
  coverage: '/coverage',
  /** Coverage as if this mirror were gone. */
  coverageWithout: (id: string) => `/coverage?gone=${encodeURIComponent(id)}`,
  preferredMirror: '/preferred-mirror',
  gitErrors: '/git-errors',
  diagnostics: '/diagnostics',
  upstream: '/upstream',
  activity: '/activity',
} as const

const PAGES = [
  paths.requests,
  paths.mirrors,
  paths.repositories,
  paths.projects,
  paths.coverage,
  paths.preferredMirror,
  paths.gitErrors,
  paths.diagnostics,
  paths.upstream,
  paths.activity,
]

/**
 * Where to go after signing in: only to a page of this app. A foreign or protocol-relative address, or one that
 * hides behind a backslash or a control character, leads to the start page.
 */
export const safeReturnTo = (returnTo: string | null): string => {
  if (returnTo === null || !/^\/[A-Za-z0-9/?&=%._~+-]*$/.test(returnTo)) return '/'
  const page = /^[^?]*/.exec(returnTo)?.[0] ?? ''
  if (page === paths.overview) return returnTo
  return PAGES.some((known) => page === known || page.startsWith(`${known}/`)) ? returnTo : '/'
}
