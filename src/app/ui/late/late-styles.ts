/**
 * Loads the sheet that follows the document's own one, which names it. Each stands where the order of rules wants it.
 */
const load = (first: HTMLLinkElement, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.setAttribute('href', new URL(name, first.href).href)
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => {
      link.remove()
      reject(new Error(link.href))
    })
    first.after(link)
  })

let loaded: Promise<void> | undefined

/**
 * Rules that no first page needs, those of forms and dialogs above all: the build puts them into a sheet of their own.
 * They are asked for once; after a failure, anew.
 *
 * @throws Error with their address when they could not be loaded. Where one sheet has all rules there is nothing to load.
 */
export const lateStyles = (): Promise<void> => {
  const first = document.querySelector<HTMLLinkElement>('link[data-late]')
  const name = first?.dataset['late']
  if (first === null || name === undefined) return Promise.resolve()
  loaded ??= load(first, name).catch((cause: unknown) => {
    loaded = undefined
    throw cause
  })
  return loaded
}
