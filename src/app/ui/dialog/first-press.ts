import type { MouseEvent } from 'react'

/** Whether a click is the second one of a double click, which was meant for what stood there before the first. */
export const isSecondClick = ({ detail }: Pick<MouseEvent, 'detail'>): boolean => detail > 1
