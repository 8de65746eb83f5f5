import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { announce } from '#app/browser/announcements.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { SilenceMark } from '#app/domain/mirror/silence/silence-mark.tsx'
import { endSilenceMutation } from '#app/domain/mirror/silence/silence-writes.ts'
import { silencedNow } from '#app/domain/mirror/silence/silenced-now.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'

const SilenceDialog = lazyPart(async () => (await import('./silence-dialog.tsx')).SilenceDialog)

/** Whether a mirror's alarms are silenced, and the ways to silence them, to change that and to end it. */
export const SilenceBar = ({ mirror }: { mirror: MirrorServer }) => {
  const { byId, place, isUnavailable } = silencedNow.use()
  const { data: session } = useQuery(sessionQuery)
  const [isAsking, setAsking] = useState(false)
  const end = useMutation(
    endSilenceMutation(session ?? { isWatched: false, upstream: '', user: null, isNamed: false }),
  )
  const silence = byId.get(mirror.id) ?? null
  return (
    <section aria-label="Alarms" className={classes.bar}>
      {silence === null ? null : <SilenceMark silence={silence} />}
      {silence !== null && place === 'browser' ? (
        <span className={classes.count}>in this browser only</span>
      ) : null}
      {isUnavailable ? (
        <StateMark tone="unknown">Silences could not be read: alarms are as usual</StateMark>
      ) : null}
      <Button
        variant="default"
        size="xs"
        onClick={() => setAsking(true)}
        onPointerEnter={SilenceDialog.preload}
        onFocus={SilenceDialog.preload}
      >
        {silence === null ? 'Silence alarms' : 'Change silence'}
      </Button>
      {silence === null ? null : (
        <Button
          variant="default"
          size="xs"
          loading={end.isPending}
          onClick={() =>
            end.mutate(mirror.id, {
              onSuccess: () => announce(`The silence of ${mirrorNameOf(mirror)} has ended`),
            })
          }
        >
          End silence
        </Button>
      )}
      {end.error === null ? null : (
        <ProblemPanel error={end.error} refusedTitle="You are not permitted to end a silence" />
      )}
      {isAsking ? (
        <Suspense>
          <SilenceDialog mirror={mirror} before={silence} onClose={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </section>
  )
}
