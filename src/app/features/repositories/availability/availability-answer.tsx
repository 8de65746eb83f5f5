import type { UseQueryResult } from '@tanstack/react-query'
import type { ProbeResult } from '#contract/probe.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { Asking } from './asking.tsx'
import { availabilityWords } from '#app/domain/availability/availability-words.ts'
import classes from './availability.module.css'
import { CloneAddresses } from './clone-addresses.tsx'
import { ProbeFacts } from './probe-facts.tsx'

/** The result of asking one mirror: never asked, in progress, answered, or why there is no answer. */
export const AvailabilityAnswer = ({
  query,
  name,
  notAsked,
}: {
  query: UseQueryResult<ProbeResult>
  /** The mirror's name as plain text. */
  name: string
  /** Why the mirror is not asked without a click; `null` where it is. */
  notAsked: string | null
}) => {
  const { data, error, isFetching, dataUpdatedAt } = query
  if (data === undefined && error === null) {
    return (
      <div className={classes.answer}>
        {isFetching ? (
          <Asking />
        ) : (
          <StateMark tone="off">{notAsked === null ? 'Not asked' : 'Disabled'}</StateMark>
        )}
        {isFetching || notAsked === null ? (
          <span className={classes.bone} />
        ) : (
          <p className={classes.meaning}>{notAsked}</p>
        )}
      </div>
    )
  }
  const failure = error === null ? null : problemText[problemOf(error).kind]
  if (data === undefined) {
    return (
      <div className={classes.answer}>
        {isFetching ? <Asking /> : <StateMark tone="unknown">Unknown</StateMark>}
        <p className={classes.meaning}>
          {failure?.title}. The mirror was not asked. {failure?.meaning}
        </p>
      </div>
    )
  }
  const { word, tone, meaning } = availabilityWords(data)
  return (
    <div className={classes.answer}>
      <div className={classes.state}>
        <StateMark tone={tone}>{word}</StateMark>
        {isFetching ? <Asking /> : null}
        <ProbeFacts result={data} askedAt={dataUpdatedAt} />
      </div>
      <p className={classes.meaning}>{meaning}</p>
      {failure === null ? null : (
        <p className={classes.meaning}>
          {failure.title}. What you see was asked <TimeAgo instant={dataUpdatedAt} />.
        </p>
      )}
      {data.kind === 'answered' ? <CloneAddresses answer={data.answer} name={name} /> : null}
    </div>
  )
}
