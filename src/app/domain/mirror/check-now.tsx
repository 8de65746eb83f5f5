import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { checkNow } from './mirror-checks.ts'
import { useIsChecking, type Verdicts } from './use-mirror-verdicts.ts'
import classes from './verdict-details.module.css'

/** Asks one mirror for its status, or all of them (`null`). What is known stays until the answer comes. */
export const CheckNow = ({ mirrorId, label }: { mirrorId: string | null; label: string }) => {
  const client = useQueryClient()
  const [failure, setFailure] = useState('')
  const check = async () => {
    setFailure('')
    try {
      await checkNow(client, mirrorId)
    } catch (error) {
      setFailure(problemText[problemOf(error).kind].title)
    }
  }
  return (
    <>
      <Button variant="default" size="xs" loading={useIsChecking()} onClick={() => void check()}>
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
