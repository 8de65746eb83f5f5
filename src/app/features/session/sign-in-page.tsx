import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import type { Session } from '#contract/session.ts'
import { sessionKey } from '#app/api/session-key.ts'
import { forgetPerson } from '#app/browser/personal-store.ts'
import { forgetCoverage } from '#app/domain/coverage/forget-coverage.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { landingPath } from '#app/domain/fleet/landing-path.ts'
import { paths, safeReturnTo } from '#app/paths.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Page } from '#app/ui/page/page.tsx'
import { ProductMark } from '#app/ui/page/product-mark.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { BitbucketSignIn } from './bitbucket-sign-in.tsx'
import { DemoAccounts } from './demo-accounts.tsx'
import { SignedOut } from './signed-out.tsx'
import { SignInForm } from './sign-in-form.tsx'
import classes from './sign-in-page.module.css'

/** Sign in, then go back to the page that asked for it. */
export const SignInPage = () => {
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const enter = async (next: Session) => {
    queryClient.clear()
    forgetPerson()
    forgetCoverage(next)
    queryClient.setQueryData(sessionKey, next)
    const asked = safeReturnTo(params.get('returnTo'))
    await navigate(asked === paths.overview ? await landingPath(queryClient) : asked, { replace: true })
  }
  const usesBitbucket = session?.signIn === 'bitbucket-session'
  return (
    <main className={classes.page}>
      <p className={classes.product}>
        <ProductMark size={28} />
        Mirror Console
      </p>
      <Page
        title="Sign in"
        context={
          session ? (
            <>
              With your account of Bitbucket at <ForeignText>{session.upstream}</ForeignText>
            </>
          ) : null
        }
      >
        {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
        {session && params.has('signedOut') ? <SignedOut session={session} /> : null}
        {usesBitbucket ? (
          <BitbucketSignIn session={session} returnTo={params.get('returnTo')} />
        ) : (
          <>
            <SignInForm onSignedIn={enter} />
            {session?.embedded ? (
              <DemoAccounts accounts={session.embedded.accounts} onSignedIn={enter} />
            ) : null}
          </>
        )}
      </Page>
    </main>
  )
}
