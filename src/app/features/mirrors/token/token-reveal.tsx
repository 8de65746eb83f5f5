import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { mirrorTokenMutation } from '#app/domain/mirror/mirror-writes.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { announce } from '#app/browser/announcements.ts'
import { copyText } from '#app/browser/copy-text.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'

/** How long a token is shown, in ms. */
const SHOWN_MS = 30_000

const MASK = '•'.repeat(24)

const copy = async (token: string) =>
  announce((await copyText(token)) ? 'Copied the token' : 'The browser blocked copying the token')

/**
 * Shows a mirror's token on demand, for half a minute or until the window loses the focus, and copies it without showing
 * it. Only this component holds it, and it is read again each time.
 */
export const TokenReveal = ({ mirrorId }: { mirrorId: string }) => {
  const [token, setToken] = useState<string | null>(null)
  const read = useMutation(mirrorTokenMutation(mirrorId))
  useEffect(() => {
    if (token === null) return undefined
    const hide = () => setToken(null)
    const timer = setTimeout(hide, SHOWN_MS)
    const end = new AbortController()
    addEventListener('blur', hide, end)
    addEventListener('pagehide', hide, end)
    document.addEventListener('visibilitychange', hide, end)
    return () => {
      clearTimeout(timer)
      end.abort()
    }
  }, [token])
  const isShown = token !== null
  return (
    <div className={classes.stack}>
      <p className={classes.token}>
        {token === null ? <span aria-hidden>{MASK}</span> : <ForeignText>{token}</ForeignText>}
      </p>
      <div className={classes.bar}>
        <Button
          variant="default"
          disabled={read.isPending}
          onClick={() => (isShown ? setToken(null) : read.mutate(setToken))}
        >
          {isShown ? 'Hide token' : 'Reveal token'}
        </Button>
        <Button variant="default" disabled={read.isPending} onClick={() => read.mutate(copy)}>
          Copy token without showing
        </Button>
        <span role="status" className={classes.count}>
          {isShown ? 'Hidden after 30 seconds, or when you leave this window.' : ''}
        </span>
      </div>
      {read.error === null ? null : (
        <ProblemPanel error={read.error} refusedTitle="You are not permitted to read the token" />
      )}
    </div>
  )
}
