import { ActionIcon } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Link, Outlet, useNavigation } from 'react-router'
import { sessionQuery } from '#app/data/session.ts'
import { Announcer } from '#app/ui/announcer.tsx'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import { ProductMark } from '#app/ui/product-mark.tsx'
import { ColorSchemeButton } from './color-scheme-button.tsx'
import classes from './frame.module.css'
import { Freshness } from './freshness.tsx'
import { Navigation } from './navigation.tsx'
import { SimulatedBanner } from './simulated-banner.tsx'
import { useFocusOnNavigation } from './use-focus-on-navigation.ts'
import { UserMenu } from './user-menu.tsx'

const NavigationDrawer = lazy(() =>
  import('./navigation-drawer.tsx').then((module) => ({ default: module.NavigationDrawer })),
)
const SignInAgain = lazy(() =>
  import('#app/features/session/sign-in-again.tsx').then((module) => ({ default: module.SignInAgain })),
)

/** The frame around every page for people who are signed in. */
export const Frame = () => {
  const { data: session } = useQuery(sessionQuery)
  const [isOpen, setOpen] = useState(false)
  const navigation = useNavigation()
  const main = useFocusOnNavigation()
  return (
    <div className={classes.frame} data-navigating={navigation.state !== 'idle'}>
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
          Mirror Console
        </Link>
        {session ? (
          <span className={classes.upstream} title={session.upstream}>
            <ForeignText inline>{session.upstream}</ForeignText>
          </span>
        ) : null}
        <span className={classes.space} />
        {session?.user ? <Freshness /> : null}
        <span className={classes.wide}>
          <ColorSchemeButton />
        </span>
        {session?.user ? <UserMenu user={session.user} /> : null}
      </header>
      {session?.embedded ? <SimulatedBanner /> : null}
      <aside className={classes.side}>
        <Navigation />
      </aside>
      <main id="main" className={classes.main} ref={main}>
        <Outlet />
      </main>
      <Suspense>{isOpen ? <NavigationDrawer onClose={() => setOpen(false)} /> : null}</Suspense>
      <Suspense>{session?.user === null ? <SignInAgain /> : null}</Suspense>
      <Announcer />
    </div>
  )
}
