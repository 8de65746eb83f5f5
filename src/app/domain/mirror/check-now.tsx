import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { checkNow } from './mirror-checks.ts'
import { useIsChecking } from './use-mirror-verdicts.ts'

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
