import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useRef } from 'react'
import { printPage } from '#app/browser/print-page.ts'
import { numberText } from '#app/text/number-text.ts'
import type { ListSource } from '#app/ui/table/export/list-source.ts'
import { SHEET_ROWS } from './sheet-words.ts'

/**
 * Reads as much of the list as a print can have, then opens the print dialog. Where no more can be read it prints what
 * there is, and the paper says so.
 */
export const ListPrint = <Row,>({
  source: { noun, rows, list, control, sampleOf },
  onEnd,
}: {
  source: ListSource<Row>
  onEnd: () => void
}) => {
  const { kind } = control.reading
  const isEnough =
    sampleOf !== null || !list.hasMore || kind === 'stopped' || kind === 'failed' || rows.length >= SHEET_ROWS
  const isEnded = useRef(false)
  const readOn = useEffectEvent(control.readNext)
  useEffect(() => {
    if (!isEnough) readOn()
    // oxlint-disable-next-line react/exhaustive-deps -- After each page the next one follows, also where it had no new row.
  }, [isEnough, kind, list])
  const finish = useEffectEvent(() => {
    if (isEnded.current) return
    isEnded.current = true
    void printPage()
    onEnd()
  })
  useEffect(() => {
    if (isEnough) finish()
  }, [isEnough])
  if (isEnough) return null
  return (
    <>
      <span role="status">{`Print: ${numberText(list.rows.length)} ${noun} read`}</span>
      <Button variant="default" size="xs" onClick={onEnd}>
        Stop print
      </Button>
    </>
  )
}
