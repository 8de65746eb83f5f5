import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { isSafeId } from '#contract/path.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { NameDoubt } from '#app/ui/untrusted/name-doubt.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'

/**
 * The name in a request, linked to its page where its id can stand in an address.
 *
 * @param doubt what the eye may get wrong about the name.
 */
export const RequestName = ({ request, doubt }: { request: MirroringRequest; doubt: string | undefined }) => {
  const name = <ForeignText inline>{mirrorNameOf(request)}</ForeignText>
  return (
    <>
      {isSafeId(request.id) ? <TextLink to={paths.request(request.id)}>{name}</TextLink> : name}
      <NameDoubt doubt={doubt} />
    </>
  )
}
