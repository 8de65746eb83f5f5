import type { CSSProperties } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { SilenceMark } from '#app/domain/mirror/silence/silence-mark.tsx'
import type { SilencesById } from '#app/domain/mirror/silence/silenced-now.ts'
import { silencedCounts } from '#app/domain/mirror/silence/without-silenced.ts'
import { VerdictMark } from '#app/domain/mirror/verdict-mark.tsx'
import { paths } from '#app/paths.ts'
import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import type { Verdicts } from '#health/fleet-verdicts.ts'

/** As rules these would be in the one style sheet that the first page waits for, where few mirrors are ever silenced. */
const STYLES = {
  place: { marginTop: 8 },
  sum: { margin: 0 },
  list: { margin: '4px 0 0', padding: 0, listStyle: 'none' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', alignItems: 'center', minHeight: 24 },
} satisfies Readonly<Record<string, CSSProperties>>

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
    <section aria-label="Silenced" style={STYLES.place}>
      <p style={STYLES.sum}>
        {`${counted(found.length, 'mirror')} silenced`}
        {wrong === 0 ? null : `, ${numberText(wrong)} with a problem that alarms no one`}
      </p>
      <ul style={STYLES.list}>
        {found.map(({ mirror, silence, verdict }) => (
          <li key={mirror.id} style={STYLES.row}>
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
