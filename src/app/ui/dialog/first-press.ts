import type { KeyboardEvent, MouseEvent } from 'react'

/** For a button that writes. A held Enter would press it again as soon as it is enabled again. */
export const ignoreRepeat = (event: KeyboardEvent): void => {
  if (event.repeat) event.preventDefault()
}

/** Whether a click is the second one of a double click, which was meant for what stood there before the first. */
export const isSecondClick = ({ detail }: Pick<MouseEvent, 'detail'>): boolean => detail > 1

/** For a button that submits. */
export const ignoreSecondClick = (event: MouseEvent): void => {
  if (isSecondClick(event)) event.preventDefault()
}
