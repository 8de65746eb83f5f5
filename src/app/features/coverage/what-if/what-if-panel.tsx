import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { RunSnapshot } from '#app/domain/coverage/coverage-run.ts'
import { LossSummary } from '#app/domain/coverage/loss-summary.tsx'
import { lossesOf } from '#app/domain/coverage/losses.ts'
import sentenceClasses from '#app/domain/coverage/sentence.module.css'
import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import { paths } from '#app/paths.ts'
import { NamedExport } from '#app/ui/table/export/named-export.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import classes from '#app/features/coverage/coverage.module.css'
import type { CoverageMatrix } from '#app/features/coverage/matrix/coverage-matrix.ts'
import { coverageLosses } from './coverage-losses.ts'
import { lossColumns, lossLines } from './loss-table.ts'
import { MirrorChoice } from './mirror-choice.tsx'

/** Repositories that are listed beside the projects. */
const LISTED = 10

/** What the simulation works with. */
export type WhatIfProps = {
  readonly mirrors: readonly MirrorServer[]
  readonly gone: ReadonlySet<string>
  readonly onChange: (mirrorIds: readonly string[], isGone: boolean) => void
  readonly matrix: CoverageMatrix
  readonly open: ReadonlySet<string>
  readonly run: RunSnapshot
  /** By when answers are old or not, epoch ms. */
  readonly now: number
  /** Whether these are all mirrors, and the matrix has all projects. */
  readonly isFleetWhole: boolean
  readonly isWhole: boolean
}

/** Which projects and repositories lose their last mirror without the chosen ones, and what is not known of that. */
const Losses = ({ mirrors, gone, onChange, matrix, open, run, now, isFleetWhole, isWhole }: WhatIfProps) => {
  const all = useMemo(
    () =>
      coverageLosses(matrix, run.answers, {
        mirrorIds: mirrors.map(({ id }) => id),
        gone,
        open,
        isFleetWhole,
      }),
    [matrix, run, mirrors, gone, open, isFleetWhole],
  )
  const losses = useMemo(() => lossesOf(all.projects, isWhole, now), [all, isWhole, now])
  const losing = all.repositories.filter(({ loss }) => loss === 'loses')
  const tableOf = () => {
    const names = new Map(mirrors.map(({ id, name }) => [id, name]))
    const rows = lossLines(all, (id) => names.get(id) ?? id)
    const lacks = [
      ...(isWhole ? [] : ['The list of projects may be incomplete.']),
      ...(isFleetWhole ? [] : ['The list of mirrors may be incomplete.']),
    ]
    const facts = {
      readAt: now,
      search: '',
      filter: { withoutMirrors: [...gone].join(',') },
      sort: null,
      readCount: matrix.projects.length,
      total: isWhole ? matrix.projects.length : null,
      lacks,
    }
    return { label: 'Coverage without', columns: lossColumns, rows, facts }
  }
  return (
    <>
      <LossSummary losses={losses} />
      {losing.length === 0 ? null : (
        <>
          <p className={classes.note}>
            {counted(losing.length, 'repository', 'repositories')} of the open projects{' '}
            {pluralOf(losing.length, 'loses its last mirror', 'lose their last mirror')}.
          </p>
          <ul aria-label="Repositories that lose their last mirror" className={sentenceClasses.list}>
            {losing.slice(0, LISTED).map(({ repository }) => (
              <li key={repository.id}>
                <NamedLink id={repository.id} to={paths.repository}>
                  {repository.name}
                </NamedLink>
              </li>
            ))}
            {losing.length > LISTED ? <li>and {numberText(losing.length - LISTED)} more</li> : null}
          </ul>
        </>
      )}
      <div className={classes.bar}>
        <NamedExport label="Export what would be lost" tableOf={tableOf} />
        <Button variant="default" size="xs" onClick={() => onChange([...gone], false)}>
          End the simulation
        </Button>
      </div>
    </>
  )
}

/** The mirrors to leave out, and what would be lost without them. Nothing is removed. */
export const WhatIfPanel = (props: WhatIfProps) => (
  <div className={classes.whatIfPanel}>
    <MirrorChoice mirrors={props.mirrors} gone={props.gone} onChange={props.onChange} />
    {props.gone.size === 0 ? null : <Losses {...props} />}
  </div>
)
