import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Repository } from '#contract/repository.ts'
import { type ServedBy, servedBy, servedText } from '#app/domain/fleet/served-by.ts'
import { useAnswersByRepository } from '#app/domain/fleet/use-answers-by-repository.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import classes from './repositories-page.module.css'

const isNowhere = ({ serving, asked, of }: ServedBy): boolean => of > 0 && asked === of && serving === 0

const Served = ({ repositoryId, served }: { repositoryId: string; served: ServedBy }) => (
  <span className={classes.served} data-repository={repositoryId}>
    {isNowhere(served) ? (
      <StateMark tone="bad">{servedText(served)}</StateMark>
    ) : (
      <span className={served.asked === 0 ? classes.dim : undefined}>{servedText(served)}</span>
    )}
    {served.oldest === null ? null : (
      <span className={classes.age}>
        <TimeAgo instant={served.oldest} />
      </span>
    )}
  </span>
)

/** Answers of a mirror that Bitbucket no longer lists would be about nothing. */
const NONE: readonly never[] = []

/**
 * The column that says by how many mirrors a repository is served, from what is known in this tab. It asks no mirror
 * about a repository.
 */
export const useMirrorsColumn = (): TableColumn<Repository> => {
  const answers = useAnswersByRepository()
  // Without an answer there is nothing to say, and the list costs no more than itself.
  const isAsking = answers.size > 0
  const mirrors = useQuery({ ...mirrorsQuery, enabled: isAsking }).data?.rows ?? NONE
  const verdicts = useMirrorVerdicts({ isAsking })
  return useMemo(() => {
    const servedOf = ({ id }: Repository) => servedBy(mirrors, verdicts, answers.get(id) ?? NONE)
    return {
      id: 'mirrors',
      header: 'Mirrors',
      cell: (repository) => <Served repositoryId={repository.id} served={servedOf(repository)} />,
      text: (repository) => {
        const served = servedOf(repository)
        if (served.oldest === null) return servedText(served)
        return `${servedText(served)}, oldest answer ${new Date(served.oldest).toISOString()}`
      },
      value: (repository) => {
        const { serving, asked, of, oldest } = servedOf(repository)
        if (oldest === null) return null
        return { serving, asked, of, oldestAnswer: new Date(oldest).toISOString() }
      },
      sortValue: (repository) => {
        const { asked, serving } = servedOf(repository)
        return asked === 0 ? null : serving
      },
      width: '176px',
    }
  }, [mirrors, verdicts, answers])
}
