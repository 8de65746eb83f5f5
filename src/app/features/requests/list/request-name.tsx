import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { paths } from '#app/paths.ts'
import { NameDoubt } from '#app/ui/untrusted/name-doubt.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'

/**
 * The name in a request, linked to its page where its id can be used in an address.
 *
 * @param doubt what the eye may get wrong about the name.
 */
export const RequestName = ({ request, doubt }: { request: MirroringRequest; doubt: string | undefined }) => (
  <>
    <NamedLink id={request.id} to={paths.request}>
      {mirrorNameOf(request)}
    </NamedLink>
    <NameDoubt doubt={doubt} />
  </>
)
