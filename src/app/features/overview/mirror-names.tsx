import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { numberText } from '#app/text/number-text.ts'
import { paths } from '#app/paths.ts'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'

/** Mirrors that are named before a row is unfolded. */
const NAMED = 3

/** The first of a row's mirrors by name, and how many more there are. */
export const MirrorNames = ({
  mirrors,
  to = paths.mirror,
}: {
  mirrors: readonly { readonly id: string; readonly name: string }[]
  /** Where a name leads. */
  to?: (id: string) => string
}) => (
  <>
    {mirrors.slice(0, NAMED).map((mirror, at) => (
      <span key={mirror.id}>
        {at > 0 ? ', ' : null}
        <NamedLink id={mirror.id} to={to}>
          {mirrorNameOf(mirror)}
        </NamedLink>
      </span>
    ))}
    {mirrors.length > NAMED ? ` and ${numberText(mirrors.length - NAMED)} more` : null}
  </>
)
