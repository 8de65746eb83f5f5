import type { Behind } from '#contract/history.ts'
import { lagWords } from '#app/domain/history/behind-words.ts'
import { FALLING_BEHIND_MS } from '#app/domain/history/is-falling-behind.ts'

/** Height of one bar with the room around it, and the width of the whole, in the picture's own units. */
const [ROW, WIDTH] = [14, 400]

/**
 * How far behind as bars on one scale: now, for half of the pushes, and for 95 of 100. The dashed line is where a mirror
 * falls behind; a bar beyond it has the colour of a warning. Nothing where nothing is known.
 */
export const LagBars = ({ behind: { kind, nowMs, p50Ms, p95Ms } }: { behind: Behind }) => {
  const bars = [
    { name: 'Now', ms: nowMs },
    { name: 'Half within', ms: p50Ms },
    { name: '95 of 100 within', ms: p95Ms },
  ].flatMap(({ name, ms }) => (ms === null ? [] : [{ name, ms }]))
  if (bars.length === 0) return null
  // The line is always in the picture: a short bar is seen to be short.
  const scale = WIDTH / Math.max(FALLING_BEHIND_MS * 1.2, ...bars.map(({ ms }) => ms))
  const words = bars.map(({ name, ms }) => `${name} ${ms === 0 ? 'up to date' : lagWords(kind, ms)}`)
  return (
    <svg
      role="img"
      aria-label={words.join(', ')}
      viewBox={`0 0 ${String(WIDTH)} ${String(bars.length * ROW)}`}
      width="100%"
      style={{ maxWidth: 640 }}
    >
      {bars.map(({ name, ms }, at) => (
        <g key={name}>
          <rect
            x={0}
            y={at * ROW + 2}
            width={Math.max(1, ms * scale)}
            height={ROW - 4}
            fill={ms > FALLING_BEHIND_MS ? 'var(--tone-attention)' : 'var(--mantine-color-anchor)'}
          />
          <text
            x={Math.min(ms * scale + 4, WIDTH * 0.72)}
            y={at * ROW + ROW - 4.5}
            fontSize={8}
            fill="var(--mantine-color-text)"
          >
            {words[at]}
          </text>
        </g>
      ))}
      <line
        x1={FALLING_BEHIND_MS * scale}
        x2={FALLING_BEHIND_MS * scale}
        y1={0}
        y2={bars.length * ROW}
        stroke="var(--tone-attention)"
        strokeDasharray="3 2"
      />
    </svg>
  )
}
