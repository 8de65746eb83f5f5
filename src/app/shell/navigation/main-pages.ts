import {
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

/** The pages of the main navigation, in its order. */
export const mainPages = [
  { to: paths.requests, name: 'Requests', Icon: IconInbox },
  { to: paths.mirrors, name: 'Mirrors', Icon: IconServer2 },
  { to: paths.repositories, name: 'Repositories', Icon: IconGitBranch },
  { to: paths.coverage, name: 'Coverage', Icon: IconGrid3x3 },
  { to: paths.preferredMirror, name: 'Preferred mirror', Icon: IconArrowsSplit2 },
  { to: paths.activity, name: 'Activity', Icon: IconClock },
  { to: paths.diagnostics, name: 'Diagnostics', Icon: IconActivity },
  { to: paths.upstream, name: 'Upstream', Icon: IconDatabase },
  { to: paths.overview, name: 'Overview', Icon: IconLayoutDashboard },
]
