import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useSearchParams } from 'react-router'
import { type MirrorEventType, publishEventMutation } from '#app/domain/mirror/mirror-writes.ts'
import { OtherHost } from '#app/domain/mirror/other-host.tsx'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { RepositoryPicker } from '#app/domain/repository/repository-picker.tsx'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { useChangeParam } from '#app/browser/use-change-param.ts'
import { Radios } from '#app/ui/form/radios.tsx'
import { announce } from '#app/browser/announcements.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { EventResult } from './event-result.tsx'

const types: readonly { readonly value: MirrorEventType; readonly label: string }[] = [
  { value: 'SYNCHRONIZED', label: 'Synchronized' },
  { value: 'SYNCHRONIZATION_FAILED', label: 'Synchronization failed' },
]

const EventDialog = lazyPart(async () => (await import('./event-dialog.tsx')).EventDialog)

/** Publishes an event in the mirror's name, after a question. Bitbucket queues it and never reports what becomes of it. */
export const EventTab = ({ mirror }: MirrorTabProps) => {
  const [params] = useSearchParams()
  const change = useChangeParam()
  const repositoryId = params.get('repository')
  const [type, setType] = useState<MirrorEventType>('SYNCHRONIZED')
  const [isAsking, setAsking] = useState(false)
  const publish = useMutation({
    ...publishEventMutation(mirror.id),
    onSuccess: () => announce(`The event of ${mirrorNameOf(mirror)} was queued`),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (repositoryId !== null && !publish.isPending) setAsking(true)
      }}
    >
      <Stack gap={16} maw={640}>
        <p className={classes.prose}>
          A mirror publishes such an event when it has copied a repository, or failed to. Publishing one in
          its name copies nothing: it only notifies Bitbucket, which may notify others, such as webhooks.
        </p>
        <RepositoryPicker
          repositoryId={repositoryId}
          onChoose={(id) => {
            publish.reset()
            change('repository', id)
          }}
          HostNote={OtherHost}
        />
        <Radios
          label="Event"
          value={type}
          options={types}
          onChange={(value) => setType(types.find((one) => one.value === value)?.value ?? type)}
        />
        <div className={classes.bar}>
          <Button type="submit" disabled={repositoryId === null} loading={publish.isPending}>
            Publish event
          </Button>
          {repositoryId === null ? <span className={classes.count}>Choose a repository first.</span> : null}
        </div>
        <EventResult publish={publish} />
        {isAsking && repositoryId !== null ? (
          <Suspense>
            <EventDialog
              mirror={mirror}
              repositoryId={repositoryId}
              event={types.find(({ value }) => value === type)?.label ?? type}
              onSend={() => {
                setAsking(false)
                publish.mutate({ type, repositoryId })
              }}
              onClose={() => setAsking(false)}
            />
          </Suspense>
        ) : null}
      </Stack>
    </form>
  )
}
