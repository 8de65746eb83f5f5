import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ProblemKind, problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { retryFailed } from '#app/api/retry-failed.ts'
import { durationOf } from '#app/text/duration.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import classes from './problem-panel.module.css'

/** A page's own words for kinds of problems, in place of the general ones; `isFinal`: trying again changes nothing. */
export type ProblemWords = Readonly<
  Partial<
    Record<ProblemKind, { readonly title?: string; readonly meaning?: string; readonly isFinal?: boolean }>
  >
>

/**
 * A problem in calm words: what happened, what it means, what to do; what the server said is folded below.
 *
 * @param onRetry asks again for what failed here; all else that failed on the page is asked for with it.
 * @param title overrides the general title where the page knows better ("Nothing was measured").
 * @param refusedTitle the title for a user who is not permitted, and who is then offered no second try.
 */
export const ProblemPanel = ({
  error,
  title,
  refusedTitle,
  meaning,
  words,
  onRetry,
  children,
}: {
  error: unknown
  title?: string
  refusedTitle?: string
  meaning?: string
  words?: ProblemWords
  onRetry?: () => void
  children?: ReactNode
}) => {
  const client = useQueryClient()
  const problem = problemOf(error)
  const text = problemText[problem.kind]
  const isRefused = problem.kind === 'not-permitted' && refusedTitle !== undefined
  const own = words?.[problem.kind] ?? (isRefused ? { title: refusedTitle, isFinal: true } : {})
  const messages = problem.errors.flatMap(({ message }) => (message === null ? [] : [message]))
  return (
    <section className={classes.panel} role="alert">
      <IconAlertTriangle size={20} aria-hidden className={classes.icon} />
      <div className={classes.body}>
        <p className={classes.title}>{own.title ?? title ?? text.title}</p>
        <p className={classes.meaning}>{own.meaning ?? meaning ?? text.meaning}</p>
        {problem.retryAfterMs ? (
          <p className={classes.meaning}>Wait {durationOf(problem.retryAfterMs)} before you try again.</p>
        ) : null}
        {children}
        {onRetry && own.isFinal !== true ? (
          <Button
            size="sm"
            variant="default"
            onClick={() => {
              onRetry()
              retryFailed(client)
            }}
          >
            Try again
          </Button>
        ) : null}
        <details className={classes.details}>
          <summary>Details</summary>
          <ul>
            <li>Kind: {problem.kind}</li>
            {problem.status === null ? null : <li>HTTP status: {problem.status}</li>}
            {messages.map((message) => (
              <li key={message}>
                The answer says: <ForeignText isProse>{message}</ForeignText>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </section>
  )
}
