import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { type FormEvent, useCallback, useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { useNameDoubts } from '#app/ui/untrusted/use-name-doubts.ts'
import { MeasurementPanel } from '#app/features/preferred-mirror/measure/measurement-panel.tsx'
import { OwnComputer } from '#app/features/preferred-mirror/measure/own-computer.tsx'
import { MirrorOptions } from './mirror-options.tsx'
import classes from '#app/features/preferred-mirror/preferred-mirror-page.module.css'
import type { RememberedPreference } from './remembered-preference.ts'
import { preferenceWords } from './preference-words.ts'
import { UnhealthyChoice } from './unhealthy-choice.tsx'
import { useMeasurement } from '#app/features/preferred-mirror/measure/use-measurement.ts'
import { tookEffect } from '#app/api/confirmed-write.ts'
import { announce } from '#app/browser/announcements.ts'
import { preferMirrorMutation } from '#app/domain/preference/preferred-mirror.ts'
import { useConfirmedWrite } from '#app/ui/dialog/use-confirmed-write.ts'
import { WriteResult } from '#app/ui/dialog/write-result.tsx'

const namedOf = ({ id, name }: MirrorServer) => [id, name] as const
const NO_MIRRORS: readonly MirrorServer[] = []

/** Chooses a mirror or none. What was selected stays through errors and refreshes until it is saved. */
export const PreferenceForm = ({
  mirrors,
  preferred,
  gone,
  verdicts,
  onCleared,
}: {
  mirrors: UseQueryResult<PagedList<MirrorServer>>
  preferred: MirrorServer | null | undefined
  gone: RememberedPreference | null
  verdicts: Verdicts
  /** Bitbucket confirmed that there is no preference any more. */
  onCleared: () => void
}) => {
  // Only what the person selected and has not saved yet; everything else is Bitbucket's to say.
  const [selected, setSelected] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const { phase, isBusy, send } = useConfirmedWrite(preferMirrorMutation, (outcome, mirrorId) => {
    if (!tookEffect(outcome)) return
    setSelected(null)
    if (mirrorId === null) onCleared()
    const name = 'truth' in outcome ? outcome.truth?.name : undefined
    announce(name === undefined ? 'You have no preferred mirror' : `${name} is now your preferred mirror`)
  })
  const isClearing = isBusy && 'subject' in phase && phase.subject === null
  const isSaving = isBusy && !isClearing
  const listed = mirrors.data?.rows ?? NO_MIRRORS
  const doubts = useNameDoubts(mirrors.data?.rows, namedOf)
  const { state: measurement, start, stop } = useMeasurement(listed)
  const choose = useCallback((mirrorId: string) => {
    setSelected(mirrorId)
    setMissing(false)
  }, [])
  const chosen = selected ?? preferred?.id ?? null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isListed = mirrors.data?.rows.some(({ id }) => id === chosen) === true
    // What was selected is sent even when it is no longer listed: Bitbucket says what became of it.
    if (chosen === null || (selected === null && !isListed)) setMissing(true)
    else send(chosen)
  }
  const hasChoice = mirrors.data ? mirrors.data.rows.length > 0 : mirrors.error === null
  const hasPreference = (preferred ?? null) !== null || gone !== null
  return (
    <form className={classes.form} onSubmit={submit}>
      {preferred && gone === null ? (
        <UnhealthyChoice preferred={preferred} mirrors={listed} verdicts={verdicts} onChoose={choose} />
      ) : null}
      <MirrorOptions
        mirrors={mirrors}
        doubts={doubts}
        chosen={chosen}
        verdicts={verdicts}
        onChoose={choose}
      />
      {isMissing ? (
        <p className={classes.missing} role="alert">
          Choose a mirror first.
        </p>
      ) : null}
      <WriteResult phase={phase} words={preferenceWords} keepsFocus />
      {/* It has its place before there is anything to measure: the button below must not move under a click. */}
      {hasChoice ? (
        <Button
          variant="default"
          className={classes.measure ?? ''}
          disabled={listed.length === 0}
          loading={measurement.kind === 'running'}
          onClick={() => void start()}
        >
          Measure from the console
        </Button>
      ) : null}
      <MeasurementPanel state={measurement} mirrors={listed} onChoose={choose} onStop={stop} />
      {hasChoice ? <OwnComputer mirrors={listed} verdicts={verdicts} /> : null}
      {hasChoice || hasPreference ? (
        <div className={classes.buttons}>
          {hasChoice ? (
            <Button type="submit" size="md" loading={isSaving} disabled={isClearing}>
              Save
            </Button>
          ) : null}
          <Button
            variant="default"
            size="md"
            loading={isClearing}
            disabled={!hasPreference || isSaving}
            aria-describedby="current-choice"
            onClick={() => send(null)}
          >
            Clear preference
          </Button>
        </div>
      ) : null}
    </form>
  )
}
