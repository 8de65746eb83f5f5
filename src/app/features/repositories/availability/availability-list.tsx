import { foldedText } from '#app/text/folded-text.ts'
import { Suspense, useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isServing } from '#app/domain/availability/availability-words.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { isEmpty } from '#app/api/presence.ts'
import { useIsGathering } from '#app/browser/use-is-gathering.ts'
import { useWhileSettled } from '#app/browser/use-while-settled.ts'
import { useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { repositoryMirrorsQuery } from '#app/domain/repository/repositories.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { type Stale, StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { UnreadableRows } from '#app/ui/table/unreadable-rows.tsx'
import { AvailabilityGroups } from './availability-groups.tsx'
import { inOrder } from './availability-order.ts'
import { AvailabilityRow } from './availability-row.tsx'
import { AvailabilitySummary } from './availability-summary.tsx'
import { useAvailabilityParams } from './use-availability-params.ts'
import classes from './availability.module.css'
import { mirrorsInOrder } from './mirrors-in-order.ts'
import { useAnswers } from './use-answers.ts'
import { useAskAgain } from './use-ask-again.ts'
import { placeWords } from '#app/features/repositories/place-words.ts'

const AvailabilityTools = lazyPart(
  async () => (await import('./availability-tools.tsx')).AvailabilityTools,
  'in-place',
)

/** Rows of the size of what comes, while the list of mirrors is read. */
const skeleton = (
  <div className={classes.list} aria-hidden>
    {['a', 'b', 'c'].map((row) => (
      <div key={row} className={classes.row}>
        <span className={classes.bone} />
        <span className={classes.bone} />
      </div>
    ))}
  </div>
)

const NONE: readonly MirrorServer[] = []

/** More mirrors than this are worth a search and an order. */
const SEARCHED_FROM = 6

/** More mirrors than this are grouped by what they answer: nobody reads a hundred answers that are alike. */
const GROUPED_FROM = 31

/** Where a repository can be cloned: every mirror, each asked on its own so that one that hangs delays no other. */
export const Availability = ({
  repositoryId,
  said,
}: {
  repositoryId: string
  /** What the page says already about why it could not be read again. */
  said: Stale
}) => {
  const query = useQuery(repositoryMirrorsQuery(repositoryId))
  useAskAgain(repositoryId, query.dataUpdatedAt)
  const preferred = useQuery(preferredMirrorQuery)
  // The preferred mirror stands first; a preference that cannot be read at once delays nothing.
  const isOrdered = !preferred.isPending || preferred.failureCount > 0
  const preferredId = preferred.data?.id ?? null
  const rows = query.data?.rows
  const mirrors = useMemo(
    () => (rows && isOrdered ? mirrorsInOrder(rows, preferredId) : undefined),
    [rows, isOrdered, preferredId],
  )
  const found = useAnswers(repositoryId, mirrors ?? NONE)
  const isGathering = useIsGathering(mirrors === undefined ? null : found.asking)
  // How the mirrors are themselves is asked once they were asked about the repository, which is what people wait for.
  const verdicts = useMirrorVerdicts({ isAsking: found.asked > 0 && found.asking === 0 })
  const { search, order } = useAvailabilityParams()
  // While later answers come in, rows keep their places.
  const settled = useWhileSettled(found.answers, isGathering || found.asking === 0)
  const named = mirrors?.filter(({ name }) => foldedText(name).includes(foldedText(search)))
  const shown = named && !isGathering ? inOrder(named, settled, order) : undefined
  const isGrouped = (shown?.length ?? 0) >= GROUPED_FROM
  const preferredMirror = isGrouped ? shown?.find(({ id }) => id === preferredId) : undefined
  const others = shown?.filter((mirror) => mirror !== preferredMirror)
  return (
    <section aria-labelledby="availability" className={classes.section}>
      <header className={classes.head}>
        <h2 id="availability" className={classes.title}>
          Availability
        </h2>
        <AvailabilitySummary
          repositoryId={repositoryId}
          mirrors={mirrors ?? NONE}
          found={found}
          verdicts={verdicts}
        />
      </header>
      {query.data === undefined && query.error !== null ? (
        <ProblemPanel error={query.error} words={placeWords.mirrors} onRetry={() => void query.refetch()} />
      ) : (
        <StaleNotice error={query.error} updatedAt={query.dataUpdatedAt} said={said} />
      )}
      {query.data?.fault ? (
        <p className={classes.note}>
          Bitbucket did not send the whole list of mirrors. It may be incomplete.
        </p>
      ) : null}
      {query.data && isEmpty(query.data) ? (
        <EmptyState title="This Bitbucket has no mirrors.">
          <p>A mirror appears here once it asked to join and a system administrator accepted it.</p>
        </EmptyState>
      ) : null}
      {mirrors !== undefined && mirrors.length >= SEARCHED_FROM ? (
        <Suspense fallback={<div className={classes.tools} />}>
          <AvailabilityTools />
        </Suspense>
      ) : null}
      {shown === undefined && query.error === null && mirrors?.length !== 0 ? skeleton : null}
      {mirrors !== undefined && mirrors.length > 0 && shown?.length === 0 ? (
        <p className={classes.note}>No mirror has this in its name.</p>
      ) : null}
      {isGrouped && preferredMirror ? (
        <ul className={classes.list} aria-label="Your preferred mirror">
          <AvailabilityRow
            repositoryId={repositoryId}
            mirror={preferredMirror}
            verdict={verdicts.get(preferredMirror.id)}
            isPreferred
          />
        </ul>
      ) : null}
      {isGrouped && others ? (
        <AvailabilityGroups
          repositoryId={repositoryId}
          mirrors={others}
          verdicts={verdicts}
          answers={found.answers}
          order={order}
        />
      ) : null}
      {!isGrouped && shown !== undefined && shown.length > 0 ? (
        <ul
          className={classes.list}
          aria-label="Availability"
          data-failing={found.said.some(({ result }) => !isServing(result))}
        >
          {shown.map((mirror) => (
            <AvailabilityRow
              key={mirror.id}
              repositoryId={repositoryId}
              mirror={mirror}
              verdict={verdicts.get(mirror.id)}
              isPreferred={mirror.id === preferredId}
            />
          ))}
        </ul>
      ) : null}
      {isGathering ? null : <UnreadableRows rows={query.data?.unreadable ?? []} />}
    </section>
  )
}
