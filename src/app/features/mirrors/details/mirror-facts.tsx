import type { MirrorServer } from '#contract/mirror-server.ts'
import { CheckNow } from '#app/domain/mirror/check-now.tsx'
import type { Verdict } from '#health/mirror-verdict.ts'
import { VerdictDetails } from '#app/domain/mirror/verdict-details.tsx'
import { mirrorTypeWord } from '#app/domain/mirror/mirror-type-word.ts'
import { Address } from '#app/ui/untrusted/address.tsx'
import { CopyButton } from '#app/ui/page/copy-button.tsx'
import { Facts } from '#app/ui/page/facts.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import classes from '#app/features/mirrors/mirrors.module.css'
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
 * Everything Bitbucket's record says about a mirror, and what the mirror itself answered.
 *
 * @param isPreferred `null` while it is not known.
 */
export const MirrorFacts = ({
  mirror,
  verdict,
  offsetMs,
  isPreferred,
  upstreamVersion,
}: {
  mirror: MirrorServer
  verdict: Verdict
  offsetMs: number
  isPreferred: boolean | null
  /** `null` while it is not known. */
  upstreamVersion: string | null
}) => (
  <Facts
    facts={[
      {
        name: 'Health',
        value: (
          <span className={classes.health}>
            <VerdictDetails verdict={verdict} />
            <span className={classes.links}>
              <CheckNow mirrorIds={[mirror.id]} label="Check now" />
            </span>
          </span>
        ),
      },
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
