import type { CSSProperties } from 'react'

/**
 * How the details of a mirror are laid out. As rules these would be in the one style sheet that the first page waits for,
 * and this page is opened after it. The columns are as many as fit: one on a phone.
 */
export const detailsStyles = {
  /** Two lines on a phone, as many as the sentence takes there that another, shorter one may replace. */
  context: { minHeight: 'clamp(22px, (600px - 100vw) * 99, 44px)', alignContent: 'flex-start' },
  health: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))',
    gap: '12px 24px',
    padding: 16,
    border: '1px solid var(--line)',
    borderRadius: 8,
  },
  column: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 8, margin: 0 },
  /** As high as what comes, so that nothing below moves. */
  day: {
    gridColumn: '1 / -1',
    minHeight: 66,
    paddingTop: 12,
    borderTop: '1px solid var(--line)',
  },
  strip: { minHeight: 42 },
  /** Room for the longest age, so that two of them stand in one line or in two whatever their age. */
  age: { minWidth: 150 },
  presents: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    gap: '12px 24px',
    margin: 0,
  },
  value: { margin: 0, minHeight: 24, overflowWrap: 'anywhere' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: 0, overflowWrap: 'anywhere' },
} satisfies Readonly<Record<string, CSSProperties>>
