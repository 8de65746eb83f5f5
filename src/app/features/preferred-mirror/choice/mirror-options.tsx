import { foldedText } from '#app/text/folded-text.ts'
import type { UseQueryResult } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { isEmpty } from '#app/api/presence.ts'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import type { NameDoubts } from '#app/text/name-doubts.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { UnreadableRows } from '#app/ui/table/unreadable-rows.tsx'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { MirrorOption } from './mirror-option.tsx'
import classes from '#app/features/preferred-mirror/preferred-mirror-page.module.css'

const BONES = ['a', 'b', 'c', 'd']

const byName = (one: MirrorServer, other: MirrorServer): number =>
  foldedText(one.name) < foldedText(other.name) ? -1 : 1

/** All mirrors as one group of radio buttons. */
export const MirrorOptions = ({
  mirrors: { data, error, refetch },
  doubts,
  chosen,
  verdicts,
  onChoose,
}: {
  mirrors: UseQueryResult<PagedList<MirrorServer>>
  /** What the eye may get wrong about names, by mirror id. */
  doubts: NameDoubts
  chosen: string | null
  verdicts: Verdicts
  onChoose: (mirrorId: string) => void
}) => {
  if (data === undefined && error !== null) {
    return (
      <ProblemPanel
        error={error}
        title="The mirror servers could not be read"
        refusedTitle="You are not permitted to see mirror servers"
        onRetry={() => void refetch()}
      />
    )
  }
  if (data && isEmpty(data)) {
    return (
      <EmptyState title="This Bitbucket has no mirrors.">
        <p>A mirror can be chosen once a system administrator accepted one.</p>
      </EmptyState>
    )
  }
  return (
    <>
      <div
        role="radiogroup"
        aria-label="Preferred mirror"
        className={classes.options}
        aria-busy={data === undefined}
      >
        {data === undefined
          ? BONES.map((bone) => (
              <div key={bone} className={classes.option} aria-hidden>
                <span className={classes.bone} />
              </div>
            ))
          : data.rows
              .toSorted(byName)
              .map((mirror) => (
                <MirrorOption
                  key={mirror.id}
                  mirror={mirror}
                  doubt={doubts.get(mirror.id)}
                  verdict={verdicts.get(mirror.id)}
                  isChosen={mirror.id === chosen}
                  onChoose={onChoose}
                />
              ))}
      </div>
      {data?.fault ? (
        <p className={classes.missing}>
          Bitbucket did not send the whole list of mirrors. It may be incomplete.
        </p>
      ) : null}
      <UnreadableRows rows={data?.unreadable ?? []} />
    </>
  )
}
