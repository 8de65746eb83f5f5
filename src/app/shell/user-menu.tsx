import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useHref } from 'react-router'
import { forgetPerson } from '#app/browser/personal-store.ts'
import { forgetAnswers } from '#app/domain/availability/kept-text.ts'
import { forgetCoverage } from '#app/domain/coverage/forget-coverage.ts'
import type { Session } from '#contract/session.ts'
import { logoutAddress } from '#app/domain/session/bitbucket-pages.ts'
import { signOut } from '#app/domain/session/session.ts'
import { announceSession } from '#app/domain/session/session-channel.ts'
import { paths } from '#app/paths.ts'
import { announce } from '#app/browser/announcements.ts'
import { OriginButton } from '#app/ui/page/origin-button.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import classes from './user-menu.module.css'

/** What this browser keeps of a person beside the cache. */
const forgetHere = (): void => {
  forgetPerson()
  forgetAnswers()
  forgetCoverage()
}

/** Who is signed in, and the way out: where the session is Bitbucket's own, that is Bitbucket's too. */
export const UserMenu = ({ session, user }: { session: Session; user: string }) => {
  const queryClient = useQueryClient()
  const [isLeaving, setLeaving] = useState(false)
  const signedOutPage = useHref(`${paths.signIn}?signedOut`)
  const leave = async () => {
    setLeaving(true)
    let signedOut: Session
    try {
      signedOut = await signOut()
    } catch {
      setLeaving(false)
      announce('Sign-out did not reach the server: you are still signed in')
      return
    }
    announceSession(signedOut)
    // A full load leaves nothing of this person behind, in the cache or in memory.
    queryClient.clear()
    forgetHere()
    globalThis.location.assign(signedOutPage)
  }
  return (
    <div className={classes.menu}>
      <span className={classes.user} title="Signed in as">
        <ForeignText inline>{user}</ForeignText>
      </span>
      {session.signIn === 'bitbucket-session' ? (
        <OriginButton
          path={logoutAddress(session)}
          variant="default"
          size="xs"
          aria-label="Sign out of Bitbucket"
          title="Ends your session in Bitbucket too"
          onClick={forgetHere}
        >
          <span>
            Sign out<span className={classes.where}> of Bitbucket</span>
          </span>
        </OriginButton>
      ) : (
        <Button variant="default" size="xs" loading={isLeaving} onClick={() => void leave()}>
          Sign out
        </Button>
      )}
    </div>
  )
}
