import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { usePagedList } from '#app/api/use-paged-list.ts'
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { isSafeId } from '#contract/path.ts'
import { isEmpty, isWhole } from '#app/api/presence.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { repositoriesQuery } from '#app/domain/repository/repositories.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { announce } from '#app/browser/announcements.ts'
import { LOST_CODE } from '#app/ui/late/fetch-code.ts'
import { Choice } from '#app/ui/form/choice.tsx'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { PagedListProgress } from '#app/ui/table/paged-list-progress.tsx'
import { numberText } from '#app/text/number-text.ts'
import { counted } from '#app/text/counted.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import { AskingBar } from './run/asking-bar.tsx'
import { CannotServe } from './cannot-serve.tsx'
import { CoverageGrid } from './grid/coverage-grid.tsx'
import { CoverageLegend } from './grid/coverage-legend.tsx'
import { coverageMatrix } from './matrix/coverage-matrix.ts'
import { coverageQuestions } from './run/coverage-questions.ts'
import { coverageRows, passingRows, SHOWN, type Shown } from './matrix/coverage-rows.ts'
import { coverageStore } from '#app/domain/coverage/coverage-store.ts'
import { coverageTable } from './matrix/coverage-table.ts'
import classes from './coverage.module.css'
import { useCoverageParams } from './use-coverage-params.ts'
import { WhatIf } from './what-if.tsx'

const shownWords: Record<Shown, string> = {
  all: 'All projects',
  sole: 'Sole copy',
  nowhere: 'Nowhere',
  failing: 'Failing',
  open: 'Not known yet',
}

const exportCsv = async (table: readonly (readonly string[])[]) => {
  const [{ csvText }, { downloadCsv }] = await Promise.all([
    import('#app/ui/table/csv/csv-text.ts'),
    import('#app/ui/table/csv/download-csv.ts'),
  ])
  downloadCsv('coverage', csvText(table))
  announce(`Exported ${numberText(table.length - 1)} rows`)
}

/** Where each project is mirrored, by asking the mirrors about samples: within a budget, and only on request. */
export const CoveragePage = () => {
  const client = useQueryClient()
  const session = useQuery(sessionQuery)
  const mirrors = useQuery(mirrorsQuery)
  const verdicts = useMirrorVerdicts()
  const repositories = usePagedList(repositoriesQuery(client, '', ''))
  const run = useSyncExternalStore(coverageStore.subscribe, coverageStore.snapshot)
  const { search, setSearch, shown, setShown, gone, setGone } = useCoverageParams()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())

  const usable = useMemo(
    () => (mirrors.data?.rows ?? []).filter(({ id, enabled }) => isSafeId(id) && enabled !== false),
    [mirrors.data],
  )
  const columns = useMemo(() => usable.filter(({ id }) => !gone.has(id)), [usable, gone])
  const mirrorIds = useMemo(() => columns.map(({ id }) => id), [columns])
  const matrix = useMemo(() => coverageMatrix(repositories.data?.rows ?? []), [repositories.data])
  const questions = useMemo(() => coverageQuestions(matrix, open, mirrorIds), [matrix, open, mirrorIds])
  const passing = useMemo(
    () => passingRows(matrix, shown, open, run.answers.columnsOf(mirrorIds), run.answers),
    [matrix, shown, open, mirrorIds, run],
  )
  const rows = useMemo(() => coverageRows(matrix, search, open, passing), [matrix, search, open, passing])

  const user = session.data?.user ?? null
  const latest = useRef(questions)
  useEffect(() => {
    latest.current = questions
  })
  const isReady = questions.repositoryIds.length * questions.mirrorIds.length > 0
  useEffect(() => {
    if (user === null || !isReady) return undefined
    coverageStore.belongTo(user)
    const { phase } = coverageStore.snapshot()
    if (phase.kind === 'paused' && phase.isByLeaving) void coverageStore.resume(latest.current)
    return () => coverageStore.leave()
  }, [user, isReady])
  // Before the next page is drawn: an effect ends after that, and one more question would be asked in between.
  useLayoutEffect(() => () => coverageStore.leave(), [])

  const error =
    mirrors.data === undefined ? mirrors.error : repositories.data === undefined ? repositories.error : null
  const disabled = (mirrors.data?.rows.length ?? 0) - usable.length
  const toggle = useCallback(
    (id: string) =>
      setOpen((before) => {
        const after = new Set(before)
        if (!after.delete(id)) after.add(id)
        return after
      }),
    [],
  )
  const isAllOpen = matrix.projects.length > 0 && matrix.projects.every(({ id }) => open.has(id))
  return (
    <Page
      title="Coverage"
      context="Which project is on which mirror, by asking each mirror about one repository of each project. Open a project to ask about all of its repositories."
    >
      {error !== null ? (
        <ProblemPanel
          error={error}
          refusedTitle="You are not permitted to see mirrors or repositories"
          onRetry={() => void Promise.all([mirrors.refetch(), repositories.refetch()])}
        />
      ) : (
        <>
          <StaleNotice error={mirrors.error} updatedAt={mirrors.dataUpdatedAt} />
          <AskingBar run={run} questions={questions} />
          <div className={classes.bar}>
            <SearchBox value={search} onChange={setSearch} placeholder="Filter rows" />
            <Choice
              label="Show"
              value={shown}
              onChange={(value) => setShown(SHOWN.find((one) => one === value) ?? 'all')}
              options={SHOWN.map((value) => ({ value, label: shownWords[value] }))}
            />
            <Button
              variant="default"
              size="xs"
              disabled={matrix.projects.length === 0}
              onClick={() => setOpen(new Set(isAllOpen ? [] : matrix.projects.map(({ id }) => id)))}
            >
              {isAllOpen ? 'Close all projects' : 'Open all projects'}
            </Button>
            <Button
              variant="default"
              size="xs"
              disabled={rows.length === 0}
              onClick={() =>
                exportCsv(coverageTable(matrix, rows, columns, run.answers)).catch(() => announce(LOST_CODE))
              }
            >
              Export CSV
            </Button>
            <PagedListProgress
              query={repositories}
              noun="repositories"
              shown={repositories.data?.rows.length ?? 0}
            />
          </div>
          <div className={classes.bar}>
            <WhatIf mirrors={usable} gone={gone} onChange={setGone} />
            {disabled > 0 ? (
              <p className={classes.note}>
                {counted(disabled, 'mirror')} {pluralOf(disabled, 'is', 'are')} disabled or{' '}
                {pluralOf(disabled, 'has', 'have')} an unusable id and {pluralOf(disabled, 'is', 'are')} left
                out.
              </p>
            ) : null}
            {mirrors.data === undefined || isWhole(mirrors.data) ? null : (
              <p className={classes.note}>
                The list of mirrors could not be read as a whole. A mirror that is missing here may serve a
                project too.
              </p>
            )}
          </div>
          <CannotServe mirrors={columns} verdicts={verdicts} onLeaveOut={(ids) => setGone(ids, true)} />
          <CoverageLegend />
          {rows.length === 0 && repositories.data !== undefined ? (
            isEmpty(repositories.data) ? (
              <EmptyState title="There is no repository to ask about.">
                <p>It appears here as soon as Bitbucket has one that you may see.</p>
              </EmptyState>
            ) : (
              <EmptyState title="No loaded project matches. Change the filter, load more repositories, or ask more mirrors." />
            )
          ) : (
            <CoverageGrid
              matrix={matrix}
              rows={rows}
              mirrors={columns}
              verdicts={verdicts}
              run={run}
              open={open}
              onToggle={toggle}
            />
          )}
        </>
      )}
    </Page>
  )
}
