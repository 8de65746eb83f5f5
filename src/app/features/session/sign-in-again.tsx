import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Session } from '#contract/session.ts'
import { forgetPerson } from '#app/browser/personal-store.ts'
import { sessionKey } from '#app/api/session-key.ts'
import { forgetCoverage } from '#app/domain/coverage/forget-coverage.ts'
import { Dialog } from '#app/ui/dialog/dialog.tsx'
import { sessionQuery } from '#app/domain/session/session.ts'
import { BitbucketSignInAgain } from './bitbucket-sign-in-again.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { isSamePerson } from '#app/domain/session/session-tabs.ts'

/**
 * Asks to sign in over the page when the session has ended: what was typed, selected and scrolled stays. Another
 * user who signs in gets a fresh app instead, so that no user sees the data of another.
 */
export const SignInAgain = () => {
  const queryClient = useQueryClient()
  const { data: ended } = useQuery(sessionQuery)
  const goOn = (session: Session) => {
    if (!isSamePerson(session)) {
      // What is kept as the page goes would be kept for the person before.
      forgetPerson()
      forgetCoverage(session)
      globalThis.location.reload()
      return
    }
    queryClient.setQueryData(sessionKey, session)
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
  }
  return (
    <Dialog title="Sign in again" onClose={() => undefined} isBusy>
      <p>Your session has ended. The page behind stays as it is.</p>
      {ended?.signIn === 'bitbucket-session' ? (
        <BitbucketSignInAgain session={ended} onSignedIn={goOn} />
      ) : (
        <SignInForm onSignedIn={goOn} />
      )}
    </Dialog>
  )
}
