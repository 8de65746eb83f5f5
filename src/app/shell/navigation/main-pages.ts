import {
  IconAlertTriangle,
  IconArrowsSplit2,
  IconClock,
  IconDatabase,
  IconGitBranch,
  IconGrid3x3,
  IconInbox,
  IconActivity,
  IconLayoutDashboard,
  IconServer2,
} from '@tabler/icons-react'
import { paths } from '#app/paths.ts'

/** A page of the main navigation. */
export type MainPage = {
  readonly to: string
  readonly name: string
  readonly Icon: typeof IconClock
}

/**
 * The main navigation in its order, by who needs it: what everyone sees first, what those who clone need, and what those
 * who run the mirrors need, much of which Bitbucket keeps for administrators.
 */
export const pageGroups: readonly { readonly name: string | null; readonly pages: readonly MainPage[] }[] = [
  { name: null, pages: [{ to: paths.overview, name: 'Overview', Icon: IconLayoutDashboard }] },
  {
    name: 'Clone',
    pages: [
      { to: paths.repositories, name: 'Repositories', Icon: IconGitBranch },
      { to: paths.preferredMirror, name: 'Preferred mirror', Icon: IconArrowsSplit2 },
      { to: paths.gitErrors, name: 'Git errors', Icon: IconAlertTriangle },
    ],
  },
  {
    name: 'Operate',
    pages: [
      { to: paths.requests, name: 'Requests', Icon: IconInbox },
      { to: paths.mirrors, name: 'Mirrors', Icon: IconServer2 },
      { to: paths.coverage, name: 'Coverage', Icon: IconGrid3x3 },
      { to: paths.activity, name: 'Activity', Icon: IconClock },
      { to: paths.diagnostics, name: 'Diagnostics', Icon: IconActivity },
      { to: paths.upstream, name: 'Upstream', Icon: IconDatabase },
    ],
  },
]

/** The pages of the main navigation, in its order. */
export const mainPages: readonly MainPage[] = pageGroups.flatMap(({ pages }) => pages)
