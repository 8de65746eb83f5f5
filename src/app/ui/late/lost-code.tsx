import { Button } from '@mantine/core'
import { createPortal } from 'react-dom'
import { LOST_CODE } from './fetch-code.ts'
import classes from './lost-code.module.css'

/** A part of the console that could not be loaded, said where it was to appear or over the page. */
export const LostCode = ({ isOver, onRetry }: { isOver: boolean; onRetry: () => void }) => {
  const notice = (
    <div role="alert" className={classes.notice} data-over={isOver}>
      <span>{LOST_CODE}</span>
      <Button size="xs" variant="default" onClick={onRetry}>
        Try again
      </Button>
      <Button size="xs" variant="default" onClick={() => globalThis.location.reload()}>
        Load again
      </Button>
    </div>
  )
  return isOver ? createPortal(notice, document.body) : notice
}
