import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { Session } from '#contract/session.ts'
import { basePath } from '#app/browser/base-path.ts'
import { loginAddress } from '#app/domain/session/bitbucket-pages.ts'
import { readSession } from '#app/domain/session/session.ts'
import { OriginButton } from '#app/ui/page/origin-button.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import classes from './sign-in-page.module.css'

/**
 * Signing in to Bitbucket in another tab, so that what was typed here stays. Coming back to this tab is enough to go on.
 */
export const BitbucketSignInAgain = ({
  session,
  onSignedIn,
}: {
  session: Session
  onSignedIn: (session: Session) => void
}) => {
  const { pathname, search } = globalThis.location
  const check = useMutation({
    mutationKey: ['check-session'],
    mutationFn: () => readSession(),
    scope: { id: 'session' },
    onSuccess: (current) => {
      if (current.user !== null) onSignedIn(current)
    },
  })
  const look = useEffectEvent(() => {
    if (!document.hidden && !check.isPending) check.mutate()
  })
  useEffect(() => {
    const onVisible = () => look()
    document.addEventListener('visibilitychange', onVisible)
    return () => document.removeEventListener('visibilitychange', onVisible)
  }, [])
  return (
    <>
      <p>Sign in to Bitbucket in a new tab, then come back to this one.</p>
      {check.data?.user === null ? <p role="status">You are still signed out of Bitbucket.</p> : null}
      {check.isError ? <ProblemPanel error={check.error} /> : null}
      <div className={classes.ways}>
        <OriginButton
          path={loginAddress(session, pathname.slice(basePath().length) + search)}
          inNewTab
          size="md"
        >
          Sign in (new tab)
        </OriginButton>
        <Button variant="default" size="md" loading={check.isPending} onClick={() => check.mutate()}>
          Go on here
        </Button>
      </div>
    </>
  )
}
