import { useNavigate } from 'react-router'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { isSafeId } from '#contract/path.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { paths } from '#app/paths.ts'
import { announce } from '#app/browser/announcements.ts'
import { Page } from '#app/ui/page/page.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { RegisterForm } from './register-form.tsx'

/** Asks Bitbucket to let a mirror join, in the mirror's name. */
export const RegisterPage = () => {
  const navigate = useNavigate()
  const leave = (request: MirroringRequest) => {
    announce(`The request of ${mirrorNameOf(request)} was registered`)
    void navigate(isSafeId(request.id) ? paths.request(request.id) : paths.requests)
  }
  return (
    <Page
      title="Register a mirror"
      context="A mirror asks to join on its own when it is set up. Register one here when it cannot, or to test the procedure."
    >
      <RegisterForm onRegistered={leave} />
      <TextLink to={paths.requests}>All mirroring requests</TextLink>
    </Page>
  )
}
