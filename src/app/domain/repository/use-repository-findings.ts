import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Page } from '#contract/page.ts'
import type { Repository } from '#contract/repository.ts'
import { isWhole } from '#app/api/presence.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { useWhileSettled } from '#app/browser/use-while-settled.ts'
import type { ListQuery } from '#app/ui/table/list-query.ts'
import { foundRepositories, isInProject, repositoryTexts } from './found-repositories.ts'
import { foundRepositoriesQuery, repositoriesOfKeyQuery, type RepositoryQuestion } from './repositories.ts'
import { repositorySource } from './repository-source.ts'
import { rowsBeside } from './rows-beside.ts'
import type { WantedRepository } from './wanted-repository.ts'

const NONE: readonly never[] = []

type Answer = {
  readonly data: Page<Repository> | undefined
  readonly isPending: boolean
  readonly error: unknown
}

const joinedAnswers = (answers: readonly Answer[]) => {
  const rows = new Map(answers.flatMap(({ data }) => data?.values ?? []).map((row) => [row.id, row] as const))
  return {
    rows: rows.size === 0 ? NONE : [...rows.values()],
    isAsking: answers.some(({ isPending }) => isPending),
    /** Why a question was not answered; `null` where all were. */
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    /** Whether the answers have everything that Bitbucket found. */
    areWhole: answers.every(({ data }) => data?.isLastPage === true),
  }
}

/** What Bitbucket's search says to these questions, at most a few, side by side. */
const useServerFindings = (questions: readonly RepositoryQuestion[]) => {
  const answers = useQueries({
    queries: questions.map((question) => foundRepositoriesQuery(question)),
    combine: joinedAnswers,
  })
  // Until the answers to the next letter are there, those before have what is still right in them.
  const before = useWhileSettled(answers.rows, !answers.isAsking)
  return useMemo(
    () => (answers.isAsking ? { ...answers, rows: [...answers.rows, ...before] } : answers),
    [answers, before],
  )
}

/**
 * What a search for repositories finds, and the list in which it looks, as a list view takes it. What Bitbucket's search
 * finds comes first and at once; the list has the rest, and is the proof of what there is not.
 *
 * @param project the key that everything is limited to; empty for none.
 * @param isSearch `false` to ask nothing.
 */
export const useRepositoryFindings = (
  wanted: WantedRepository,
  {
    project = '',
    wantsHashes = false,
    isSearch = true,
  }: { project?: string; wantsHashes?: boolean; isSearch?: boolean } = {},
) => {
  const client = useQueryClient()
  // Found out at every render: that a list is refused, or read to its end, is news of the queries below.
  const source = repositorySource(client, wanted, { project, wantsHashes })
  const isOfKey = source.projectKey !== null
  const list = usePagedList({
    ...source.list,
    enabled: isSearch && !isOfKey,
    // The rows before stay, dimmed, until the new ones are there.
    placeholderData: keepPreviousData,
  })
  const ofKey = useQuery({ ...repositoriesOfKeyQuery(source.projectKey ?? ''), enabled: isSearch && isOfKey })
  const findings = useServerFindings(isSearch ? source.questions : NONE)
  const isPlaceholder = isOfKey && ofKey.isPending
  const data = isOfKey ? (ofKey.data ?? (isPlaceholder ? list.data : undefined)) : list.data
  const query: ListQuery = isOfKey ? { ...ofKey, data, isPlaceholderData: isPlaceholder } : list
  const { rows: extra, isAsking, error, areWhole } = findings
  const beside = useMemo(() => (data ? rowsBeside(data.rows, extra) : NONE), [data, extra])
  const all = useMemo(
    () => data && (beside.length === 0 ? data.rows : [...data.rows, ...beside]),
    [data, beside],
  )
  const found = useMemo(() => {
    if (data === undefined) return undefined
    const within = (some: readonly Repository[]) =>
      project === '' ? some : some.filter((row) => isInProject(row, project))
    const rows = foundRepositories(within(data.rows), wanted, repositoryTexts, within(beside))
    if (extra.length === 0) return rows
    const ids = new Set(extra.map(({ id }) => id))
    return [...rows.filter(({ id }) => ids.has(id)), ...rows.filter(({ id }) => !ids.has(id))]
  }, [data, beside, extra, wanted, project])
  const isSettled = data !== undefined && !query.isPlaceholderData && !isAsking
  return {
    /** The list that is looked in, with what the server found beside it. */
    query: { ...query, data: data && all && { ...data, rows: all } },
    /** `undefined` while nothing was found yet and more is on its way. */
    rows: found?.length === 0 && !isSettled ? undefined : found,
    /** Whether the rows have hashes: they do, or will when the list was read to its end, or do not. */
    hashes: source.hashes,
    isSettled,
    /** Why Bitbucket's search did not answer, so that only the list finds anything; `null` where it did or was not asked. */
    searchError: error,
    /** Whether it is proven that there is nothing but these rows. */
    isProven:
      isSettled &&
      isWhole(data) &&
      // A name with a slash is not looked for in the list.
      (source.questions.length === 0 || !isOfKey || (error === null && areWhole)),
  }
}
