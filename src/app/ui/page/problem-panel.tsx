import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import classes from './problem-panel.module.css'

/**
 * A problem in calm words: what happened, what it means, what to do; what the server said is folded below.
 *
 * @param title overrides the general title where the place knows better ("This mirror does not exist").
 * @param canRetry whether trying again can change anything.
 * @param refusedTitle the title for users who lack the permission; they are offered no retry.
 */
export const ProblemPanel = ({
  error,
  title,
  refusedTitle,
  meaning,
  canRetry = true,
  onRetry,
  children,
}: {
  error: unknown
  title?: string
  refusedTitle?: string
  meaning?: string
  canRetry?: boolean
  onRetry?: () => void
  children?: ReactNode
}) => {
  const problem = problemOf(error)
  const text = problemText[problem.kind]
  const refused = problem.kind === 'not-permitted' ? refusedTitle : undefined
  const messages = problem.errors.flatMap(({ message }) => (message === null ? [] : [message]))
  return (
    <section className={classes.panel} role="alert">
      <IconAlertTriangle size={20} aria-hidden className={classes.icon} />
      <div className={classes.body}>
        <p className={classes.title}>{refused ?? title ?? text.title}</p>
        <p className={classes.meaning}>{meaning ?? text.meaning}</p>
        {children}
        {onRetry && canRetry && refused === undefined ? (
          <Button size="sm" variant="default" onClick={onRetry}>
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
                Bitbucket says: <ForeignText>{message}</ForeignText>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </section>
  )
}
