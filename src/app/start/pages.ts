import type { ComponentType } from 'react'
import type { PageNeeds } from '#app/api/page-needs.ts'
import { activityPageNeeds } from '#app/features/activity/activity-page-needs.ts'
import { overviewPageNeeds } from '#app/features/overview/overview-page-needs.ts'
import { requestsPageNeeds } from '#app/features/requests/list/requests-page-needs.ts'
import { requestPageNeeds } from '#app/features/requests/details/request-page-needs.ts'
import { mirrorsPageNeeds } from '#app/features/mirrors/list/mirrors-page-needs.ts'
import { mirrorPageNeeds } from '#app/features/mirrors/details/mirror-page-needs.ts'
import { repositoriesPageNeeds } from '#app/features/repositories/list/repositories-page-needs.ts'
import { repositoryPageNeeds } from '#app/features/repositories/details/repository-page-needs.ts'
import { projectPageNeeds } from '#app/features/repositories/project/project-page-needs.ts'
import { preferredMirrorPageNeeds } from '#app/features/preferred-mirror/preferred-mirror-page-needs.ts'
import { coveragePageNeeds } from '#app/features/coverage/coverage-page-needs.ts'
import { diagnosticsPageNeeds } from '#app/features/diagnostics/diagnostics-page-needs.ts'
import { upstreamPageNeeds } from '#app/features/upstream-info/upstream-page-needs.ts'

/** A page of the console: its address as the router writes it, its code, and what it reads when it opens. */
export type Page = {
  readonly path: string
  readonly load: () => Promise<ComponentType>
  readonly needs: PageNeeds
  /** Whether people open the console here: the first style sheet has all rules for it. */
  readonly isLanding?: boolean
}

/**
 * Every page inside the frame. The routes are made of these, and so is the list that the build writes. The first two are
 * those that most people land on: the build keeps what they need apart from code of the others.
 */
export const pages: readonly Page[] = [
  {
    path: '/',
    load: async () => (await import('#app/features/overview/overview-page.tsx')).OverviewPage,
    needs: overviewPageNeeds,
    isLanding: true,
  },
  {
    path: '/repositories/:id',
    load: async () => (await import('#app/features/repositories/details/repository-page.tsx')).RepositoryPage,
    needs: repositoryPageNeeds,
    isLanding: true,
  },
  {
    path: '/requests',
    load: async () => (await import('#app/features/requests/list/requests-page.tsx')).RequestsPage,
    needs: requestsPageNeeds,
    isLanding: true,
  },
  {
    path: '/requests/new',
    load: async () => (await import('#app/features/requests/register/register-page.tsx')).RegisterPage,
    needs: () => [],
  },
  {
    path: '/requests/:id',
    load: async () => (await import('#app/features/requests/details/request-page.tsx')).RequestPage,
    needs: requestPageNeeds,
  },
  {
    path: '/mirrors',
    load: async () => (await import('#app/features/mirrors/list/mirrors-page.tsx')).MirrorsPage,
    needs: mirrorsPageNeeds,
    isLanding: true,
  },
  {
    path: '/mirrors/:id',
    load: async () => (await import('#app/features/mirrors/details/mirror-page.tsx')).MirrorPage,
    needs: mirrorPageNeeds,
  },
  {
    path: '/repositories',
    load: async () =>
      (await import('#app/features/repositories/list/repositories-page.tsx')).RepositoriesPage,
    needs: repositoriesPageNeeds,
  },
  {
    path: '/projects/:id',
    load: async () => (await import('#app/features/repositories/project/project-page.tsx')).ProjectPage,
    needs: projectPageNeeds,
  },
  {
    path: '/preferred-mirror',
    load: async () =>
      (await import('#app/features/preferred-mirror/preferred-mirror-page.tsx')).PreferredMirrorPage,
    needs: preferredMirrorPageNeeds,
  },
  {
    path: '/git-errors',
    load: async () => (await import('#app/features/git-errors/git-errors-page.tsx')).GitErrorsPage,
    needs: () => [],
  },
  {
    path: '/coverage',
    load: async () => (await import('#app/features/coverage/coverage-page.tsx')).CoveragePage,
    needs: coveragePageNeeds,
  },
  {
    path: '/diagnostics',
    load: async () => (await import('#app/features/diagnostics/diagnostics-page.tsx')).DiagnosticsPage,
    needs: diagnosticsPageNeeds,
  },
  {
    path: '/upstream',
    load: async () => (await import('#app/features/upstream-info/upstream-page.tsx')).UpstreamPage,
    needs: upstreamPageNeeds,
  },
  {
    path: '/activity',
    load: async () => (await import('#app/features/activity/activity-page.tsx')).ActivityPage,
    needs: activityPageNeeds,
  },
]
