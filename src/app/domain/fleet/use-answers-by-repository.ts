import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { repositoryKeys } from '#app/domain/repository/repositories.ts'
import { type KnownAnswer, knownAnswers } from './known-answers.ts'

/** Answers that come close together are shown together, in ms. */
const GATHER_MS = 200

const [ALL, AVAILABILITY] = repositoryKeys.allAvailability()

/** What mirrors answered to this tab, by repository. Nothing is asked for it; it follows whatever asks. */
export const useAnswersByRepository = (): ReadonlyMap<string, readonly KnownAnswer[]> => {
  const client = useQueryClient()
  const read = () => Map.groupBy(knownAnswers(client), ({ repositoryId }) => repositoryId)
  const [answers, setAnswers] = useState(read)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = client.getQueryCache().subscribe(({ type, query: { queryKey } }) => {
      if (queryKey[0] !== ALL || queryKey[1] !== AVAILABILITY) return
      if (type !== 'updated' && type !== 'removed') return
      timer ??= setTimeout(() => {
        timer = undefined
        setAnswers(Map.groupBy(knownAnswers(client), ({ repositoryId }) => repositoryId))
      }, GATHER_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [client])
  return answers
}
