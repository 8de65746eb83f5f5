import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Radio.css'
import { Button, Radio, Stack } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type MirrorEventType, publishEventMutation } from '#app/domain/mirror/mirror-writes.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { repositorySearchQuery } from '#app/domain/repository/repositories.ts'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { announce } from '#app/browser/announcements.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import { EventResult } from './event-result.tsx'
import { RepositoryChoice } from './repository-choice.tsx'

const types: readonly { readonly value: MirrorEventType; readonly word: string }[] = [
  { value: 'SYNCHRONIZED', word: 'Synchronized' },
  { value: 'SYNCHRONIZATION_FAILED', word: 'Synchronization failed' },
]

/** Publishes an event in the mirror's name. Bitbucket queues it; what becomes of it, nobody tells. */
export const EventTab = ({ mirror }: MirrorTabProps) => {
  const { search, setSearch } = useTableParams()
  const repositories = useInfiniteQuery(repositorySearchQuery(search))
  const [repositoryId, setRepositoryId] = useState<string | null>(null)
  const [type, setType] = useState<MirrorEventType>('SYNCHRONIZED')
  const publish = useMutation({
    ...publishEventMutation(mirror.id),
    onSuccess: () => announce(`The event of ${mirrorNameOf(mirror)} was queued`),
  })
  const rows = repositories.data?.rows
  const chosen = rows?.find(({ id }) => id === repositoryId) ?? null
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen !== null && !publish.isPending) publish.mutate({ type, repositoryId: chosen.id })
      }}
    >
      <p className={classes.prose}>
        A mirror publishes such an event when it has copied a repository, or failed to. Publishing one in its
        name copies nothing: it only tells Bitbucket, which may tell others, such as webhooks.
      </p>
      <SearchBox value={search} onChange={setSearch} placeholder="Search repositories" />
      {rows === undefined && repositories.error !== null ? (
        <ProblemPanel error={repositories.error} onRetry={() => void repositories.refetch()} />
      ) : (
        <RepositoryChoice
          repositories={rows}
          hasMore={repositories.hasNextPage}
          value={chosen?.id ?? null}
          onChange={(id) => {
            publish.reset()
            setRepositoryId(id)
          }}
        />
      )}
      <Radio.Group
        label="Event"
        value={type}
        onChange={(value) => setType(types.find((one) => one.value === value)?.value ?? type)}
      >
        <Stack gap={4} mt={4}>
          {types.map(({ value, word }) => (
            <Radio key={value} value={value} label={word} />
          ))}
        </Stack>
      </Radio.Group>
      <div className={classes.bar}>
        <Button type="submit" disabled={chosen === null} loading={publish.isPending}>
          Publish event
        </Button>
        {chosen === null ? <span className={classes.count}>Choose a repository first.</span> : null}
      </div>
      <EventResult publish={publish} />
    </form>
  )
}
