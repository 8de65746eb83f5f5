import { Frame } from '#app/shell/frame.tsx'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'

const SignInAgain = lazyPart(
  async () => (await import('#app/features/session/sign-in-again.tsx')).SignInAgain,
)
const FollowedMirrors = lazyPart(
  async () => (await import('#app/features/requests/follow/followed-mirrors-notice.tsx')).FollowedMirrors,
  'in-place',
)

/** The frame with what features put into it. */
export const ConsoleFrame = ({ isNavigating }: { isNavigating: boolean }) => (
  <Frame SignInAgain={SignInAgain} FollowedMirrors={FollowedMirrors} isNavigating={isNavigating} />
)
