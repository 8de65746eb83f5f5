import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { healthThresholds } from '#app/domain/mirror/health-thresholds.ts'
import { problemOf } from '#app/api/problem.ts'
import { availabilityQuery } from '#app/domain/availability/ask-mirror.ts'
import { repositoryQuery } from '#app/domain/repository/repositories.ts'
import { clockOffsetQuery } from '#app/domain/upstream/upstream.ts'
import { CopyButton } from '#app/ui/page/copy-button.tsx'
import { Dialog } from '#app/ui/dialog/dialog.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import classes from './clone-check.module.css'
import { type Reading, verdictWords } from './clone-check.ts'
import { cloneChecks, conclusionOf } from './clone-checks.ts'
import { cloneReport } from './clone-report.ts'

const readingOf = <Value,>({ data, error }: { data: Value | undefined; error: unknown }): Reading<Value> => {
  if (data !== undefined) return { kind: 'read', value: data }
  return error === null ? { kind: 'not-yet' } : { kind: 'failed', problem: problemOf(error).kind }
}

/** Why one repository cannot be cloned from one mirror: ordered checks over what was read already. */
export const CloneCheckDialog = ({
  repositoryId,
  mirror,
  onClose,
}: {
  repositoryId: string
  mirror: MirrorServer
  onClose: () => void
}) => {
  const [at] = useState(() => Date.now())
  const repository = useQuery(repositoryQuery(repositoryId))
  // It only watches: the row behind it asks.
  const probe = useQuery({ ...availabilityQuery(repositoryId, mirror.id), enabled: false })
  const { data: upstreamOffset = null } = useQuery(clockOffsetQuery)
  const checks = useMemo(
    () =>
      cloneChecks({
        repository: readingOf(repository),
        mirror,
        probe: readingOf(probe),
        upstreamNow: at + (upstreamOffset ?? 0),
        upstreamOffsetMs: upstreamOffset,
        gatewayOffsetMs: probe.data === undefined ? null : probe.data.checkedAt - probe.dataUpdatedAt,
        thresholds: healthThresholds(),
      }),
    [repository, mirror, probe, at, upstreamOffset],
  )
  const report = cloneReport(
    { repository: { id: repositoryId, name: repository.data?.name ?? null }, mirror, at },
    checks,
  )
  return (
    <Dialog title="Why can't I clone?" onClose={onClose}>
      <p className={classes.subject}>
        <ForeignText inline>{repository.data?.name ?? 'This repository'}</ForeignText> from{' '}
        <ForeignText inline>{mirror.name}</ForeignText>
      </p>
      <p className={classes.conclusion}>
        <ForeignText>{conclusionOf(checks)}</ForeignText>
      </p>
      <ol className={classes.checks} aria-label="Checks">
        {checks.map(({ claim, verdict, evidence, nextStep }) => (
          <li key={claim}>
            <StateMark
              tone={verdictWords[verdict].tone}
            >{`${claim}: ${verdictWords[verdict].word}`}</StateMark>
            <p>
              <ForeignText>{evidence}</ForeignText>
            </p>
            {nextStep === undefined || verdict === 'passed' ? null : (
              <p className={classes.next}>
                <ForeignText>{nextStep}</ForeignText>
              </p>
            )}
          </li>
        ))}
      </ol>
      <p>
        Report without links and credentials <CopyButton text={report} what="the report" />
      </p>
    </Dialog>
  )
}
