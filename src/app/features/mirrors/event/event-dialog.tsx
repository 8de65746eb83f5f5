import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { repositoryQuery } from '#app/domain/repository/repositories.ts'
import { closingWords } from '#app/ui/dialog/closing-words.ts'
import { Dialog } from '#app/ui/dialog/dialog.tsx'
import dialogClasses from '#app/ui/dialog/write-dialog.module.css'
import { Facts } from '#app/ui/page/facts.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'

/** Asks before an event is published, with what it will say in whose name. Nothing can take it back. */
export const EventDialog = ({
  mirror,
  repositoryId,
  event,
  onSend,
  onClose,
}: {
  mirror: MirrorServer
  repositoryId: string
  /** The event in words. */
  event: string
  onSend: () => void
  onClose: () => void
}) => {
  const { data: repository } = useQuery(repositoryQuery(repositoryId))
  return (
    <Dialog title="Publish this event?" onClose={onClose}>
      <div className={dialogClasses.content}>
        <Facts
          facts={[
            { name: 'In the name of', value: <ForeignText inline>{mirrorNameOf(mirror)}</ForeignText> },
            {
              name: 'Repository',
              value:
                repository === undefined ? (
                  <Identifier>{repositoryId}</Identifier>
                ) : (
                  <ForeignText inline>
                    {repository.project === null
                      ? repository.name
                      : `${repository.project.key} / ${repository.name}`}
                  </ForeignText>
                ),
            },
            { name: 'Event', value: event },
            { name: 'Mirror’s record', value: 'stays as it is' },
          ]}
        />
        <p>Bitbucket queues it and may notify others, such as webhooks. It cannot be taken back.</p>
        <div className={dialogClasses.footer}>
          <Button variant="default" onClick={onClose}>
            {closingWords.cancel}
          </Button>
          <Button onClick={onSend}>Publish event</Button>
        </div>
      </div>
    </Dialog>
  )
}
