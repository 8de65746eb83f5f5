/** Addresses name pages behind the hash here, so the link to the content moves the focus by itself. */
export const followSkipLink = (page: Document): void => {
  page.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href="#main"]') : null
      const main = page.getElementById('main')
      if (link === null || main === null) return
      event.preventDefault()
      main.tabIndex = -1
      main.focus()
    },
    { capture: true },
  )
}
