import { Navigate } from 'react-router'
import type { Session } from '#contract/session.ts'
import { loginAddress } from '#app/domain/session/bitbucket-pages.ts'
import { safeReturnTo } from '#app/paths.ts'
import { OriginButton } from '#app/ui/page/origin-button.tsx'

/** The way to Bitbucket's login page and back, where the console uses the session that the browser has there. */
export const BitbucketSignIn = ({ session, returnTo }: { session: Session; returnTo: string | null }) =>
  session.user === null ? (
    <>
      <p>The console uses your session in Bitbucket. You are signed out there.</p>
      <OriginButton path={loginAddress(session, returnTo)} size="md" fullWidth>
        Sign in to Bitbucket
      </OriginButton>
    </>
  ) : (
    <Navigate to={safeReturnTo(returnTo)} replace />
  )
