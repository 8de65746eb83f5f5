import { isWhole } from '#app/api/presence.ts'
import { useCallback, useMemo, useState } from 'react'
import { printing } from '#app/browser/printing.ts'
import { useIsGathering } from '#app/browser/use-is-gathering.ts'
import { useCoverageKnowledge } from '#app/domain/coverage/use-coverage-knowledge.ts'
import { useAwaited, useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { CannotServe } from './cannot-serve.tsx'
import { CoverageGrid } from './grid/coverage-grid.tsx'
import { CoverageSheet } from './grid/coverage-sheet.tsx'
import { CoverageLegend } from './grid/coverage-legend.tsx'
import { CoverageSummary } from './coverage-summary.tsx'
import { CoverageTools } from './coverage-tools.tsx'
import { coverageFacts } from './coverage-facts.ts'
import classes from './coverage.module.css'
import { coverageCounts } from './matrix/coverage-counts.ts'
import { coverageRows, passingRows } from './matrix/coverage-rows.ts'
import { coverageColumns, coverageLines } from './matrix/coverage-table.ts'
import { MirrorsNote } from './mirrors-note.tsx'
import { NoRows } from './no-rows.tsx'
import { ProjectsNote } from './projects-note.tsx'
import { AskingBar } from './run/asking-bar.tsx'
import { coverageQuestions } from './run/coverage-questions.ts'
import { useCoverageAsking } from './run/use-coverage-asking.ts'
import { useCoverageData } from './use-coverage-data.ts'
import { useCoverageParams } from './use-coverage-params.ts'
import { WhatIf } from './what-if/what-if.tsx'

/** Where each project is mirrored, by asking the mirrors about samples: within a budget, and only on request. */
export const CoveragePage = () => {
  const verdicts = useMirrorVerdicts()
  const run = useCoverageKnowledge()
  const sheet = printing.use()
  const { search, setSearch, shown, setShown, gone, setGone } = useCoverageParams()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isAllOpen, setAllOpen] = useState(false)
  const data = useCoverageData(run, chosen, isAllOpen)
  const { matrix, mirrors, usable } = data
  const awaited = useAwaited(verdicts)
  const isReading = mirrors.isLoading || (!data.isRead && data.error === null)
  // Which mirrors cannot serve, and all figures, stand above the matrix and would push it.
  const isGathering = useIsGathering(awaited.size + (isReading ? 1 : 0))
  // Answers grow old while nothing is asked, but not without anything being read.
  const now = Math.max(run.at, mirrors.dataUpdatedAt)
  // With all open, the chosen ones are those that were closed again.
  const open = useMemo(
    () => (isAllOpen ? new Set(matrix.projects.flatMap(({ id }) => (chosen.has(id) ? [] : [id]))) : chosen),
    [isAllOpen, matrix, chosen],
  )

  const columns = useMemo(() => usable.filter(({ id }) => !gone.has(id)), [usable, gone])
  const mirrorIds = useMemo(() => columns.map(({ id }) => id), [columns])
  const questions = useMemo(
    () => coverageQuestions(matrix, run.samples, open, mirrorIds),
    [matrix, run.samples, open, mirrorIds],
  )
  const passing = useMemo(
    () => passingRows(matrix, shown, open, run.answers.columnsOf(mirrorIds), run.answers),
    [matrix, shown, open, mirrorIds, run],
  )
  const rows = useMemo(() => coverageRows(matrix, search, open, passing), [matrix, search, open, passing])
  const counts = useMemo(
    () => coverageCounts(matrix, run.answers.columnsOf(mirrorIds), run.answers, now),
    [matrix, mirrorIds, run, now],
  )
  useCoverageAsking(questions)
  const tableOf = () => ({
    label: 'Coverage',
    columns: coverageColumns(columns),
    rows: coverageLines(matrix, rows, columns, run.answers),
    facts: coverageFacts(data, { search, shown, gone, open, isAllOpen }),
  })

  const toggle = useCallback(
    (id: string) =>
      setChosen((before) => {
        const after = new Set(before)
        if (!after.delete(id)) after.add(id)
        return after
      }),
    [],
  )
  return (
    <Page
      title="Coverage"
      context="Which project is on which mirror, by asking each mirror about one repository of each project. Open a project to ask about all of its repositories."
    >
      {data.error !== null ? (
        <ProblemPanel
          error={data.error}
          refusedTitle="You are not permitted to see mirrors or repositories"
          onRetry={data.retry}
        />
      ) : (
        <>
          <StaleNotice {...data.stale} />
          <AskingBar run={run} matrix={matrix} questions={questions} />
          <CoverageSummary
            counts={counts}
            isWhole={data.isWhole}
            isRead={data.isRead}
            isGathering={isGathering}
          />
          {isGathering ? null : (
            <>
              <div className={classes.bar}>
                <CoverageTools
                  {...{ search, setSearch, shown, setShown, isAllOpen }}
                  onOpenAll={(isOpen) => {
                    setAllOpen(isOpen)
                    setChosen(new Set())
                  }}
                  hasProjects={matrix.projects.length > 0}
                  tableOf={rows.length === 0 ? null : tableOf}
                />
                <ProjectsNote
                  data={data}
                  isAllOpen={isAllOpen}
                  isNarrowed={search !== '' || shown !== 'all'}
                />
              </div>
              <div className={classes.bar}>
                <WhatIf
                  mirrors={usable}
                  gone={gone}
                  onChange={setGone}
                  matrix={matrix}
                  open={open}
                  run={run}
                  now={now}
                  isFleetWhole={mirrors.data !== undefined && isWhole(mirrors.data)}
                  isWhole={data.isWhole}
                />
                <MirrorsNote list={mirrors.data} usable={usable.length} />
              </div>
              <CannotServe mirrors={columns} verdicts={verdicts} onLeaveOut={(ids) => setGone(ids, true)} />
              <CoverageLegend />
              {rows.length === 0 && data.isRead ? (
                <NoRows data={data} />
              ) : (
                <>
                  {sheet ? (
                    <CoverageSheet
                      matrix={matrix}
                      rows={rows}
                      mirrors={columns}
                      answers={run.answers}
                      sheet={sheet}
                      search={search}
                      isNarrowed={search !== '' || shown !== 'all'}
                    />
                  ) : null}
                  <CoverageGrid
                    matrix={matrix}
                    rows={rows}
                    mirrors={columns}
                    verdicts={verdicts}
                    run={run}
                    now={now}
                    open={open}
                    onToggle={toggle}
                  />
                </>
              )}
            </>
          )}
        </>
      )}
    </Page>
  )
}
