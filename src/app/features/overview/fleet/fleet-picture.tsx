import { type SyntheticEvent, useMemo, useRef, useState } from 'react'
import type { FleetMark } from '#app/domain/fleet/fleet-marks.ts'
import { useWhileSettled } from '#app/browser/use-while-settled.ts'
import { MirrorMark, type TipSide } from './mirror-mark.tsx'
import { useRovingMarks } from './use-roving-marks.ts'

/** At 13 px, a name of eighteen letters; a hundred mirrors are then 15 rows of a wide window. */
const GRID = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 148px), 1fr))',
  gap: '4px 8px',
  margin: 0,
  padding: 0,
  listStyle: 'none',
}

type Active = { readonly place: number; readonly side: TipSide }

/**
 * The mirrors as marks, the worst first. While one is pointed at or focused all keep their places: what is about to be
 * clicked must not become another mirror.
 */
export const FleetPicture = ({ marks }: { marks: readonly FleetMark[] }) => {
  const list = useRef<HTMLUListElement>(null)
  const [active, setActive] = useState<Active | null>(null)
  const [isDismissed, setDismissed] = useState(false)
  const { current, setCurrent, onKeyDown } = useRovingMarks(list)
  const order = useMemo(() => marks.map(({ id }) => id), [marks])
  const kept = useWhileSettled(order, active === null)
  const shown = useMemo(() => {
    const byId = new Map(marks.map((mark) => [mark.id, mark]))
    const held = kept.flatMap((id) => byId.get(id) ?? [])
    return [...held, ...marks.filter(({ id }) => !kept.includes(id))]
  }, [marks, kept])
  const enter = (place: number, { currentTarget }: SyntheticEvent<HTMLElement>) => {
    const isRight = currentTarget.getBoundingClientRect().left > document.documentElement.clientWidth / 2
    setDismissed(false)
    setActive({ place, side: isRight ? 'end' : 'start' })
  }
  return (
    <ul ref={list} aria-label="Mirrors, the worst first; arrow keys move" style={GRID}>
      {shown.map((mark, place) => (
        // A place, not a mirror: when the order changes, words change and no box moves.
        // oxlint-disable-next-line react/no-array-index-key -- See above.
        <li key={place} style={{ position: 'relative' }}>
          <MirrorMark
            mark={mark}
            tabIndex={place === Math.min(current, shown.length - 1) ? 0 : -1}
            tip={!isDismissed && active?.place === place ? active.side : null}
            onPointerEnter={(event) => enter(place, event)}
            onPointerLeave={() => setActive(null)}
            onFocus={(event) => {
              setCurrent(place)
              enter(place, event)
            }}
            onBlur={() => setActive(null)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setDismissed(true)
              onKeyDown(event)
            }}
          />
        </li>
      ))}
    </ul>
  )
}
