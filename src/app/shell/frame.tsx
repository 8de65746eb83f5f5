import { ActionIcon } from '@mantine/core'
import { IconMenu2, IconSearch, IconToggleLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ComponentType, Suspense, useState } from 'react'
import { Outlet } from 'react-router'
import { coverageInBackground } from '#app/domain/coverage/coverage-in-background.ts'
import { keepsSilences } from '#app/domain/mirror/silence/silenced-now.ts'
import { followedMirrors } from '#app/domain/request/followed-mirrors.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { Announcer } from '#app/ui/page/announcer.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { ProductMark } from '#app/ui/page/product-mark.tsx'
import { Link } from '#app/ui/page/link.tsx'
import classes from './frame.module.css'
import { Freshness } from './freshness/freshness.tsx'
import { Navigation } from './navigation/navigation.tsx'
import { SimulatedBanner } from './simulated-banner.tsx'
import { useFocusOnNavigation } from './navigation/use-focus-on-navigation.ts'
import { useFrameDialog } from './dialogs/use-frame-dialog.ts'
import { UserMenu } from './user-menu.tsx'

const NavigationDrawer = lazyPart(
  async () => (await import('./navigation/navigation-drawer.tsx')).NavigationDrawer,
)
const CoverageLine = lazyPart(async () => (await import('./coverage-line.tsx')).CoverageLine, 'silent')
const FrameDialog = lazyPart(async () => (await import('./dialogs/frame-dialog.tsx')).FrameDialog)
// Later than the page itself: news can wait for the first seconds.
const FleetWatcher = lazyPart(async () => {
  await new Promise((resolve) => setTimeout(resolve, 5000))
  return (await import('./fleet-watcher.tsx')).FleetWatcher
}, 'unseen')
const SilenceKeeper = lazyPart(
  async () => (await import('#app/domain/mirror/silence/silence-keeper.tsx')).SilenceKeeper,
  'unseen',
)
const LiveUpdates = lazyPart(async () => {
  await new Promise((resolve) => setTimeout(resolve, 5000))
  return (await import('./live/live-updates.tsx')).LiveUpdates
}, 'unseen')

/** What the frame shows of features, handed in by `start/`: the shell knows none of them. */
type FrameParts = {
  /** Asks to sign in over the page when the session has ended. */
  readonly SignInAgain: ComponentType
  /** Mirrors that were accepted just now, over all pages. */
  readonly FollowedMirrors: ComponentType
  /** Whether another page is on its way. */
  readonly isNavigating: boolean
}

/** The frame around every page for people who are signed in. */
export const Frame = ({ SignInAgain, FollowedMirrors, isNavigating }: FrameParts) => {
  const { data: session } = useQuery(sessionQuery)
  const followed = followedMirrors.use()
  const isCoverageAsked = coverageInBackground.use()
  const isSilent = keepsSilences.use()
  const [isOpen, setOpen] = useState(false)
  const [dialog, openDialog] = useFrameDialog()
  const main = useFocusOnNavigation()
  return (
    <div className={classes.frame} data-navigating={isNavigating}>
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <header className={classes.header}>
        <ActionIcon
          className={classes.burger}
          variant="subtle"
          color="gray"
          size={44}
          aria-label="Open navigation"
          aria-expanded={isOpen}
          onClick={() => setOpen(true)}
        >
          <IconMenu2 size={20} aria-hidden />
        </ActionIcon>
        <Link to="/" className={classes.product}>
          <ProductMark />
          <span className={classes.productName}>Mirror Console</span>
        </Link>
        {session ? (
          <span className={classes.upstream} title={session.upstream}>
            <ForeignText inline>{session.upstream}</ForeignText>
          </span>
        ) : null}
        <span className={classes.space} />
        {session?.user ? <Freshness /> : null}
        <span className={classes.wide}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label="Command palette"
            title="Command palette (Ctrl K)"
            onClick={() => openDialog('palette')}
          >
            <IconSearch size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label="Preferences"
            onClick={() => openDialog('preferences')}
          >
            <IconToggleLeft size={18} aria-hidden />
          </ActionIcon>
        </span>
        {session?.user ? <UserMenu session={session} user={session.user} /> : null}
      </header>
      {session?.embedded ? <SimulatedBanner /> : null}
      <aside className={classes.side}>
        <Navigation />
      </aside>
      <main id="main" className={classes.main} ref={main}>
        <Suspense>{followed.length > 0 ? <FollowedMirrors /> : null}</Suspense>
        <Suspense>{isCoverageAsked ? <CoverageLine /> : null}</Suspense>
        <Outlet />
      </main>
      <Suspense>
        {isOpen ? <NavigationDrawer onOpen={openDialog} onClose={() => setOpen(false)} /> : null}
      </Suspense>
      <Suspense>{dialog ? <FrameDialog kind={dialog} onOpen={openDialog} /> : null}</Suspense>
      <Suspense>{session?.user ? <FleetWatcher /> : null}</Suspense>
      <Suspense>{session?.user && session.isWatched ? <LiveUpdates /> : null}</Suspense>
      <Suspense>{session?.user && (session.isWatched || isSilent) ? <SilenceKeeper /> : null}</Suspense>
      <Suspense>{session?.user === null ? <SignInAgain /> : null}</Suspense>
      <Announcer />
    </div>
  )
}
