import { useMemo } from 'react'
import type { HistorySpan } from '#contract/history.ts'
import classes from './history-strip.module.css'
import { STRIP_STEPS, stripParts } from './strip-parts.ts'
import { stripWords } from './strip-words.ts'

/**
 * How each severity is drawn in a strip of 12: what is worse is taller, so that colour alone carries no meaning. Colours
 * are attributes here: as rules they would be in the one style sheet that the first page waits for.
 */
const DRAWN = {
  bad: { height: 12, fill: 'var(--tone-bad)' },
  attention: { height: 9, fill: 'var(--tone-attention)' },
  unknown: { height: 6, fill: 'var(--tone-unknown)' },
  busy: { height: 4, fill: 'var(--mantine-color-anchor)' },
  off: { height: 2, fill: 'var(--tone-unknown)' },
  good: { height: 4, fill: 'var(--tone-good)' },
} as const

/**
 * A mirror over time: one bar from left to right, taller where it was worse, empty where nobody watched. Its text
 * alternative says how long each verdict held.
 *
 * @param range epoch ms.
 */
export const HistoryStrip = ({
  spans,
  range: { from, to },
}: {
  spans: readonly HistorySpan[]
  range: { readonly from: number; readonly to: number }
}) => {
  const parts = useMemo(() => stripParts(spans, { from, to }), [spans, from, to])
  const words = stripWords(spans, { from, to })
  return (
    <svg
      role="img"
      aria-label={words}
      className={classes.strip}
      viewBox={`0 0 ${String(STRIP_STEPS)} 12`}
      preserveAspectRatio="none"
    >
      <title>{words}</title>
      {parts.map(({ at, steps, severity }) =>
        severity === null ? null : (
          <rect key={at} x={at} y={12 - DRAWN[severity].height} width={steps} {...DRAWN[severity]} />
        ),
      )}
    </svg>
  )
}
