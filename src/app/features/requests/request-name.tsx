import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { isSafeId } from '#contract/path.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import { mirrorNameOf } from './mirror-name-of.ts'

/** The name in a request, linked to its page where its id can stand in an address. */
export const RequestName = ({ request }: { request: MirroringRequest }) => {
  const name = <ForeignText inline>{mirrorNameOf(request)}</ForeignText>
  if (!isSafeId(request.id)) return name
  return (
    <Anchor component={Link} to={paths.request(request.id)} inherit>
      {name}
    </Anchor>
  )
}
