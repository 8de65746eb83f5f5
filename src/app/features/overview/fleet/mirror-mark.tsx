import type { ComponentProps, CSSProperties } from 'react'
import { isSafeId } from '#contract/path.ts'
import { type FleetMark, markMeasures, markWords } from '#app/domain/fleet/fleet-marks.ts'
import { verdictWord } from '#app/domain/mirror/verdict-words.ts'
import { useNow } from '#app/browser/use-now.ts'
import { silenceWords } from '#app/domain/mirror/silence/silence-words.ts'
import { silencedNow } from '#app/domain/mirror/silence/silenced-now.ts'
import { paths } from '#app/paths.ts'
import { StateIcon } from '#app/ui/page/state-mark.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { isWrong, severityOf } from '#health/verdict-severity.ts'
import { Link } from '#app/ui/page/link.tsx'

// Styles of a part that comes after the first page: as rules they would be in the one style sheet that it waits for.
const LINE: CSSProperties = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }
const BOX: CSSProperties = {
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr)',
  gap: '0 6px',
  alignItems: 'center',
  height: 40,
  padding: '0 6px',
  borderRadius: 4,
  background: 'var(--surface)',
  color: 'inherit',
  fontSize: 13,
  lineHeight: '17px',
  textDecoration: 'none',
}
const TIP: CSSProperties = {
  position: 'absolute',
  zIndex: 50,
  top: '100%',
  width: 'max-content',
  maxWidth: 280,
  padding: '6px 10px',
  border: '1px solid var(--line-strong)',
  borderRadius: 6,
  background: 'var(--mantine-color-body)',
  fontSize: 13,
}

/** On which side of a mark its words have room. */
export type TipSide = 'start' | 'end'

/**
 * One mirror in the picture: the shape and colour of its verdict, its name, and in short what is wrong or what was
 * measured. All of it is its name for who listens, and stands below it for who points at it or focuses it. A mirror whose
 * id cannot be used in an address leads to the list.
 *
 * @param tip on which side its words stand; `null` while they do not.
 */
export const MirrorMark = ({
  mark,
  tip,
  ...link
}: {
  mark: FleetMark
  tip: TipSide | null
} & Omit<ComponentProps<'a'>, 'href' | 'style'>) => {
  const { id, name, verdict } = mark
  const silence = silencedNow.use().byId.get(id)
  const now = useNow()
  const words =
    silence === undefined ? markWords(mark) : `${markWords(mark)}. ${silenceWords(silence.until, now)}`
  const measures = markMeasures(mark)
  const short = isWrong(verdict.kind) || measures === '' ? verdictWord(verdict) : measures
  return (
    <Link {...link} to={isSafeId(id) ? paths.mirror(id) : paths.mirrors} aria-label={words} style={BOX}>
      <StateIcon tone={severityOf(verdict.kind)} />
      <span style={LINE}>
        <ForeignText inline>{name}</ForeignText>
      </span>
      <span style={{ ...LINE, gridColumn: 2, fontSize: 12, color: 'var(--mantine-color-dimmed)' }}>
        {short}
      </span>
      {tip === null ? null : (
        <span style={{ ...TIP, [tip === 'start' ? 'insetInlineStart' : 'insetInlineEnd']: 0 }}>{words}</span>
      )}
    </Link>
  )
}
