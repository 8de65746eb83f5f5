import type { MirrorServer } from '#contract/mirror-server.ts'
import { mirrorTypeWord } from '#app/domain/mirror/mirror-type-word.ts'
import { Address } from '#app/ui/untrusted/address.tsx'
import { CopyButton } from '#app/ui/page/copy-button.tsx'
import { Facts } from '#app/ui/page/facts.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import classes from '#app/features/mirrors/mirrors.module.css'
import { TickingHealthReason } from '#app/features/mirrors/ticking-health-reason.tsx'
import { VersionCell } from '#app/features/mirrors/version-cell.tsx'

const text = (value: string | null) =>
  value === null || value === '' ? 'not given' : <ForeignText>{value}</ForeignText>

const flag = (value: boolean | null): string => {
  if (value === null) return 'Not known: Bitbucket does not say'
  return value ? 'Yes' : 'No'
}

const preferenceWords = (isPreferred: boolean | null): string => {
  if (isPreferred === null) return 'Not known: your preference could not be read'
  return isPreferred ? 'Yes' : 'No'
}

/**
 * Everything Bitbucket's record says about a mirror.
 *
 * @param isPreferred `null` while it is not known.
 */
export const MirrorFacts = ({
  mirror,
  offsetMs,
  isPreferred,
  upstreamVersion,
}: {
  mirror: MirrorServer
  offsetMs: number
  isPreferred: boolean | null
  /** `null` while it is not known. */
  upstreamVersion: string | null
}) => (
  <Facts
    facts={[
      { name: 'Health', value: <TickingHealthReason mirror={mirror} offsetMs={offsetMs} /> },
      {
        name: 'Last seen',
        value: <TimeAgo instant={mirror.lastSeenDate} offsetMs={offsetMs} unknown="not known" both />,
      },
      { name: 'Address', value: <Address address={mirror.baseUrl} /> },
      {
        name: 'Id',
        value: (
          <span className={classes.copied}>
            <Identifier>{mirror.id}</Identifier>
            <CopyButton text={mirror.id} what="the mirror's id" />
          </span>
        ),
      },
      { name: 'Type', value: text(mirrorTypeWord(mirror.mirrorType)) },
      {
        name: 'Version',
        value: <VersionCell version={mirror.productVersion} upstreamVersion={upstreamVersion} isDetailed />,
      },
      // Gone in 9.x, where it would only say "not given".
      ...(mirror.productType === null ? [] : [{ name: 'Product type', value: text(mirror.productType) }]),
      { name: 'Enabled', value: flag(mirror.enabled) },
      { name: 'Your preferred mirror', value: preferenceWords(isPreferred) },
    ]}
  />
)
