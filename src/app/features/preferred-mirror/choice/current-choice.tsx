import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import type { Verdict } from '#health/mirror-verdict.ts'
import { SilencedUntil } from '#app/domain/mirror/silence/silenced-until.tsx'
import { VerdictMark } from '#app/domain/mirror/verdict-mark.tsx'
import classes from '#app/features/preferred-mirror/preferred-mirror-page.module.css'
import type { RememberedPreference } from './remembered-preference.ts'

/** The choice as Bitbucket reports it; it stays visible when that mirror is gone. */
export const CurrentChoice = ({
  mirror,
  gone,
  verdict,
}: {
  /** `undefined` while it is loading. */
  mirror: MirrorServer | null | undefined
  gone: RememberedPreference | null
  /** `undefined` while no list of mirrors says more. */
  verdict: Verdict | undefined
}) => {
  if (gone !== null) {
    return (
      <>
        <StateMark tone="attention">No longer exists</StateMark>
        <span>
          Your preferred mirror “<ForeignText inline>{gone.name}</ForeignText>” no longer exists (
          <Identifier>{gone.id}</Identifier>). Choose another one, or clear the preference.
        </span>
      </>
    )
  }
  if (mirror === undefined) return <span className={classes.bone} />
  if (mirror === null) return <span>You have no preferred mirror.</span>
  return (
    <>
      <span>Your preferred mirror is</span>
      {isSafeId(mirror.id) ? (
        <strong>
          <TextLink to={paths.mirror(mirror.id)}>
            <ForeignText inline>{mirror.name}</ForeignText>
          </TextLink>
        </strong>
      ) : (
        <strong>
          <ForeignText inline>{mirror.name}</ForeignText>
        </strong>
      )}
      {verdict ? <VerdictMark verdict={verdict} /> : null}
      <SilencedUntil mirrorId={mirror.id} />
    </>
  )
}
