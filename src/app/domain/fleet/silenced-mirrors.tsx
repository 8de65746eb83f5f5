import type { MirrorServer } from '#contract/mirror-server.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { SilenceMark } from '#app/domain/mirror/silence/silence-mark.tsx'
import type { SilencesById } from '#app/domain/mirror/silence/use-silences.ts'
import { silencedCounts } from '#app/domain/mirror/silence/without-silenced.ts'
import { VerdictMark } from '#app/domain/mirror/verdict-mark.tsx'
import { paths } from '#app/paths.ts'
import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import classes from './silenced-mirrors.module.css'

/** The mirrors that are silenced, apart from what asks for attention, with how each is. Nothing where there are none. */
export const SilencedMirrors = ({
  mirrors,
  verdicts,
  silenced,
}: {
  mirrors: readonly MirrorServer[]
  verdicts: Verdicts
  silenced: SilencesById
}) => {
  const found = mirrors.flatMap((mirror) => {
    const silence = silenced.get(mirror.id)
    return silence === undefined ? [] : [{ mirror, silence, verdict: verdicts.get(mirror.id) }]
  })
  if (found.length === 0) return null
  const { wrong } = silencedCounts(verdicts, silenced)
  return (
    <section aria-label="Silenced" className={classes.silenced}>
      <p>
        {`${counted(found.length, 'mirror')} silenced`}
        {wrong === 0 ? null : `, ${numberText(wrong)} with a problem that alarms no one`}
      </p>
      <ul>
        {found.map(({ mirror, silence, verdict }) => (
          <li key={mirror.id}>
            <NamedLink id={mirror.id} to={paths.mirror}>
              {mirrorNameOf(mirror)}
            </NamedLink>
            {verdict === undefined ? null : <VerdictMark verdict={verdict} />}
            <SilenceMark silence={silence} />
          </li>
        ))}
      </ul>
    </section>
  )
}
