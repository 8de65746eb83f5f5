import { useEffect } from 'react'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { cannotServe } from '#health/verdict-severity.ts'

const COUNT = /^\(\d+\) /

/** The icon of the tab, plain or with a mark; both stand beside each other. */
const showIcon = (isMarked: boolean): void => {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  if (icon === null) return
  const name = isMarked ? 'favicon-problem.svg' : 'favicon.svg'
  const href = icon.href.replace(/favicon(?:-problem)?\.svg$/, name)
  if (icon.href !== href) icon.setAttribute('href', href)
}

/**
 * Says in the tab how many mirrors cannot serve: by its icon always, and by a number before the title while the page
 * is in the background. In front, the page itself says more, and its title names the page.
 */
export const useProblemTitle = (verdicts: Verdicts): void => {
  const count = [...verdicts.values()].filter(({ kind }) => cannotServe(kind)).length
  useEffect(() => {
    const show = () => {
      const title = document.title.replace(COUNT, '')
      document.title = document.hidden && count > 0 ? `(${count}) ${title}` : title
      showIcon(count > 0)
    }
    show()
    document.addEventListener('visibilitychange', show)
    return () => document.removeEventListener('visibilitychange', show)
  }, [count])
}
