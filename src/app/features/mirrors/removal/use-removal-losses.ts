import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import type { Repository } from '#contract/repository.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { isWhole } from '#app/api/presence.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { checkLosses } from '#app/domain/coverage/check-losses.ts'
import { coverageParts, coverageStore } from '#app/domain/coverage/coverage-store.ts'
import { hasEveryProject, listRefusalOf } from '#app/domain/coverage/known-projects.ts'
import { isUnchecked, lossesOf } from '#app/domain/coverage/losses.ts'
import { projectLosses } from '#app/domain/coverage/project-losses.ts'
import { useCoverageKnowledge } from '#app/domain/coverage/use-coverage-knowledge.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { projectsQuery } from '#app/domain/repository/projects.ts'
import { visibleRepositoriesQuery } from '#app/domain/repository/repositories.ts'

/** What is asked by itself when the dialog opens: too little to be felt on a large fleet. */
const AT_FIRST = { projects: 5, questions: 30 }

/** What is asked for one click. */
export const MORE = { projects: 20, questions: 200 }

const NONE: readonly never[] = []

type Project = NonNullable<Repository['project']>

/** The projects of repositories that were read, and one repository of each. */
const projectsOf = (repositories: readonly Repository[]) =>
  new Map(
    repositories
      .filter(({ id }) => isSafeId(id))
      .toReversed()
      .flatMap(({ id, project }) => (project === null ? [] : [[project.id, { project, sampleId: id }]])),
  )

/** What asking is doing. */
export type Checking = {
  readonly isAsking: boolean
  /** Why it ended early; `null` where it did not. */
  readonly problem: Problem | null
}

/**
 * Which projects lose their last mirror when this one goes, as far as coverage knows, and the way to ask about more. It
 * asks about a few by itself, and stops asking when the dialog closes.
 */
export const useRemovalLosses = ({ id }: MirrorServer) => {
  const run = useCoverageKnowledge()
  const mirrors = useQuery(mirrorsQuery)
  const listed = useQuery(projectsQuery)
  const refusal = listRefusalOf(listed)
  const repositories = usePagedList({ ...visibleRepositoriesQuery, enabled: refusal !== null })
  // The fleet as it was when the dialog opened: heartbeats must not start the questions anew.
  const [fleet, setFleet] = useState<PagedList<MirrorServer> | null>(null)
  if (fleet === null && mirrors.data !== undefined) setFleet(mirrors.data)
  // It asks by itself as soon as it knows whom.
  const [checking, setChecking] = useState<Checking>({ isAsking: true, problem: null })
  const control = useRef<AbortController>(null)
  useEffect(() => () => control.current?.abort(), [])

  const rows = repositories.data?.rows
  const known = useMemo(() => projectsOf(rows ?? NONE), [rows])
  const projects: readonly Project[] = useMemo(
    () =>
      refusal === null ? (listed.data?.rows ?? NONE) : [...known.values()].map(({ project }) => project),
    [refusal, listed.data, known],
  )
  const otherIds = useMemo(
    () =>
      (fleet?.rows ?? NONE)
        .filter((mirror) => mirror.id !== id && isSafeId(mirror.id) && mirror.enabled !== false)
        .map((mirror) => mirror.id),
    [fleet, id],
  )
  const going = useMemo(
    () => ({ goneIds: [id], otherIds, isFleetWhole: fleet !== null && isWhole(fleet) }),
    [id, otherIds, fleet],
  )
  const isListWhole = refusal === null && hasEveryProject(listed.data)
  const losses = useMemo(
    () => lossesOf(projectLosses(projects, run, going), isListWhole, run.at),
    [projects, run, going, isListWhole],
  )
  const isRead = fleet !== null && (refusal === null ? listed.data !== undefined : rows !== undefined)

  const check = async ({ projects: count, questions }: typeof MORE) => {
    control.current?.abort()
    const own = new AbortController()
    control.current = own
    for (const [projectId, { sampleId }] of known) {
      if (run.samples.of(projectId) === undefined) {
        run.samples.note(projectId, { kind: 'repository', id: sampleId }, Date.now())
      }
    }
    const open = projectLosses(projects, coverageStore, going).filter(isUnchecked)
    const projectIds = open.slice(0, count).map((project) => project.id)
    setChecking({ isAsking: true, problem: null })
    let problem: Problem | null = null
    try {
      await checkLosses({ projectIds, mirrorId: id, otherIds, budget: questions }, coverageParts, {
        onChange: coverageStore.changed,
        signal: own.signal,
      })
    } catch (error) {
      problem = problemOf(error)
    }
    if (control.current === own && !own.signal.aborted) setChecking({ isAsking: false, problem })
  }
  const checkAtFirst = useRef(check)
  useEffect(() => {
    checkAtFirst.current = check
  })
  useEffect(() => {
    if (isRead) void checkAtFirst.current(AT_FIRST)
  }, [isRead])
  return {
    losses,
    refusal,
    isRead,
    error: mirrors.error ?? (refusal === null ? listed.error : repositories.error),
    checking,
    checkMore: () => void check(MORE),
    stop: () => {
      control.current?.abort()
      setChecking({ isAsking: false, problem: null })
    },
  }
}
