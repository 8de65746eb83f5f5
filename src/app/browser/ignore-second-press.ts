const onKeyDown = (event: KeyboardEvent): void => {
  // In a text of several lines, and for every other key, holding it down means what it does.
  const isText = event.target instanceof HTMLTextAreaElement
  if (event.repeat && event.key === 'Enter' && !isText) event.preventDefault()
}

const onClick = (event: MouseEvent): void => {
  const isSubmit = event.target instanceof Element && event.target.closest('[type="submit"]') !== null
  if (event.detail > 1 && isSubmit) event.preventDefault()
}

/**
 * Lets one press do one thing: an Enter that is held down, and the second click of a double click on a button that
 * submits, would send again as soon as the answer to the first one is there.
 *
 * @returns ends it.
 */
export const ignoreSecondPress = (): (() => void) => {
  document.addEventListener('keydown', onKeyDown, true)
  document.addEventListener('click', onClick, true)
  return () => {
    document.removeEventListener('keydown', onKeyDown, true)
    document.removeEventListener('click', onClick, true)
  }
}
