import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, useState } from 'react'
import { fetchCode, fetchPart } from './fetch-code.ts'
import { LazyPartBoundary } from './lazy-part-boundary.tsx'
import { LostCode } from './lost-code.tsx'
import { TryLater } from './try-later.tsx'

/**
 * What is said when the code cannot be loaded: over the page for what a user opened, at its own place for what belongs
 * there (a function puts the notice into what the place needs around it), or nothing for what no user asked for, which
 * is tried again later. What is unseen draws nothing at all, and waits for no styles either.
 */
type Lost = 'over' | 'in-place' | 'silent' | 'unseen' | ((notice: ReactNode) => ReactNode)

const lostOf = (lost: Lost, onRetry: () => void): ReactNode => {
  if (lost === 'silent' || lost === 'unseen') return <TryLater onRetry={onRetry} />
  const notice = <LostCode isOver={lost === 'over'} onRetry={onRetry} />
  return typeof lost === 'function' ? lost(notice) : notice
}

/**
 * A component whose code comes when it is first drawn; a `Suspense` around it says what stands in meanwhile. Code that
 * cannot be loaded costs that part alone: the page around it and what was typed there stay, and it can be tried again.
 *
 * @returns the component; its `preload` fetches the code before it is needed, and fails silently.
 */
export const lazyPart = <Part extends (props: never) => ReactNode>(
  load: () => Promise<Part>,
  lost: Lost = 'over',
): Part & { readonly preload: () => void } => {
  const fetch = () => (lost === 'unseen' ? fetchCode(load) : fetchPart(load))
  type Code = LazyExoticComponent<ComponentType<object>>
  const create = (): Code =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Props are checked against `Part`, below.
    lazy(async () => ({ default: (await fetch()) as unknown as ComponentType<object> }))
  let newest = create()
  const Late = (props: object): ReactNode => {
    const [{ Code, attempt }, setAttempt] = useState({ Code: newest, attempt: 0 })
    const retry = () => setAttempt({ Code: newest, attempt: attempt + 1 })
    // `lazy` remembers a failure for good: the next attempt needs a new one.
    const renew = () => {
      newest = create()
    }
    return (
      <LazyPartBoundary key={attempt} lost={lostOf(lost, retry)} onLost={renew}>
        <Code {...props} />
      </LazyPartBoundary>
    )
  }
  const preload = () => void fetch().catch(() => undefined)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- It passes on what it gets, whatever `Part` takes.
  return Object.assign(Late, { preload }) as unknown as Part & { readonly preload: () => void }
}
