import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Verdict } from '#health/mirror-verdict.ts'
import { mirrorTypeWord } from '#app/domain/mirror/mirror-type-word.ts'
import { answersNow } from '#health/verdict-severity.ts'
import { VerdictDetails } from '#app/domain/mirror/verdict-details.tsx'
import { Address } from '#app/ui/untrusted/address.tsx'
import { Facts } from '#app/ui/page/facts.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { RemovalLosses } from './removal-losses.tsx'
import classes from './removal.module.css'

const preference = (isPreferred: boolean | null) => {
  if (isPreferred === null) return 'Not known: your preference could not be read'
  return isPreferred ? <StateMark tone="attention">Yes: you will have no preferred mirror</StateMark> : 'No'
}

/** A mirror that answers may be in use; one that does not is no proof that nobody needs it. */
const Health = ({ verdict }: { verdict: Verdict | null }) => {
  if (verdict === null) return 'Not known yet'
  return (
    <>
      <VerdictDetails verdict={verdict} />
      {answersNow(verdict.kind) ? (
        <p className={classes.inUse}>It answers now: people and builds may be cloning from it.</p>
      ) : null}
    </>
  )
}

/** What goes with a mirror, as far as it can be known, and what cannot. */
export const BlastRadius = ({
  mirror,
  verdict,
  offsetMs,
  isPreferred,
}: {
  mirror: MirrorServer
  /** `null` until both lists were read. */
  verdict: Verdict | null
  offsetMs: number
  /** `null` while it is not known. */
  isPreferred: boolean | null
}) => (
  <Facts
    facts={[
      { name: 'Your preferred mirror', value: preference(isPreferred) },
      { name: 'Health', value: <Health verdict={verdict} /> },
      {
        name: 'Last seen',
        value: <TimeAgo instant={mirror.lastSeenDate} offsetMs={offsetMs} unknown="not known" both />,
      },
      {
        name: 'Type',
        value:
          mirror.mirrorType === 'FARM' ? (
            'Farm: all its nodes go with it'
          ) : (
            <ForeignText>{mirrorTypeWord(mirror.mirrorType)}</ForeignText>
          ),
      },
      {
        name: 'Address that stops working',
        value: (
          <>
            <Address address={mirror.baseUrl} />
            <div>and every clone address below it</div>
          </>
        ),
      },
      { name: 'Projects', value: <RemovalLosses mirror={mirror} /> },
      {
        name: 'What cannot be known',
        value:
          'Who else prefers this mirror, which builds and machines clone from its address, and how much traffic it serves. Bitbucket reports none of it.',
      },
    ]}
  />
)
