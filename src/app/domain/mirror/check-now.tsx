import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { checkNow } from './mirror-checks.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { useIsChecking } from './use-mirror-verdicts.ts'
import classes from './verdict-details.module.css'

/** Asks mirrors for their status. What is known stays until the answer comes. */
export const CheckNow = ({
  mirrorIds,
  label,
  about,
}: {
  /** `null` for all. */
  mirrorIds: readonly string[] | null
  label: string
  /** What tells this button from others with its label on the same page. */
  about?: string
}) => {
  const client = useQueryClient()
  const [isAsked, setIsAsked] = useState(false)
  const [failure, setFailure] = useState('')
  // Where there are many buttons, only the one that was clicked turns.
  const isChecking = useIsChecking() && (isAsked || about === undefined)
  const check = async () => {
    setFailure('')
    setIsAsked(true)
    try {
      await checkNow(client, mirrorIds)
    } catch (error) {
      setFailure(problemText[problemOf(error).kind].title)
    } finally {
      setIsAsked(false)
    }
  }
  return (
    <>
      <Button
        variant="default"
        size="xs"
        loading={isChecking}
        aria-label={about === undefined ? undefined : `${label}: ${about}`}
        onClick={() => void check()}
      >
        {label}
      </Button>
      {failure === '' ? null : <span role="alert">{`Not checked: ${failure}`}</span>}
    </>
  )
}

/** How old the oldest of the mirrors' answers is: a sum is as old as its oldest part. */
export const CheckAge = ({ verdicts }: { verdicts: Verdicts }) => {
  const times = [...verdicts.values()].flatMap(({ checkedAt }) => checkedAt ?? [])
  return (
    <span className={classes.age}>
      {times.length === 0 ? 'Not checked yet' : 'Oldest answer '}
      {times.length === 0 ? null : <TimeAgo instant={Math.min(...times)} />}
    </span>
  )
}
