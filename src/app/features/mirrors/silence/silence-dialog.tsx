import '@mantine/core/styles/Input.css'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { MAX_NOTE, type Silence } from '#contract/silences.ts'
import { announce } from '#app/browser/announcements.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import {
  SILENCE_PRESETS,
  silenceEnd,
  silenceEndProblem,
  type SilencePreset,
  untilText,
} from '#app/domain/mirror/silence/silence-times.ts'
import { silenceMutation } from '#app/domain/mirror/silence/silence-writes.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { closingWords } from '#app/ui/dialog/closing-words.ts'
import { Dialog } from '#app/ui/dialog/dialog.tsx'
import dialogClasses from '#app/ui/dialog/write-dialog.module.css'
import { Radios } from '#app/ui/form/radios.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { silencePlaceWords } from './silence-place-words.ts'

/** Asks until when, and why, a mirror's alarms are to be silent. */
export const SilenceDialog = ({
  mirror,
  before,
  onClose,
}: {
  mirror: MirrorServer
  /** The silence that it has; `null` for none. */
  before: Silence | null
  onClose: () => void
}) => {
  const { data: session } = useQuery(sessionQuery)
  const [preset, setPreset] = useState<SilencePreset>('hour')
  const [chosen, setChosen] = useState('')
  const [note, setNote] = useState(before?.note ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const place = session ?? { isWatched: false, upstream: '', user: null, isNamed: false }
  const silence = useMutation(silenceMutation(place))
  const name = mirrorNameOf(mirror)
  const send = () => {
    const now = Date.now()
    const until = silenceEnd(preset, chosen, now)
    const wrong = silenceEndProblem(until, now)
    setProblem(wrong)
    if (wrong !== null || until === null || silence.isPending) return
    silence.mutate(
      { mirrorId: mirror.id, until, note },
      {
        onSuccess: () => {
          announce(`Alarms of ${name} are silenced until ${untilText(until, now)}`)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={
        <>
          {before === null ? 'Silence alarms of ' : 'Change the silence of '}
          <ForeignText inline>{name}</ForeignText>?
        </>
      }
      isBusy={silence.isPending}
      onClose={onClose}
    >
      <form
        noValidate
        className={dialogClasses.content}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <p>
          Until then nothing is announced of this mirror, and it is not counted where attention is asked for.
          It stays in every list, and its health is judged as before.
        </p>
        <p>{silencePlaceWords[place.isWatched ? 'console' : 'browser']}</p>
        <Radios
          label="For how long"
          value={preset}
          options={SILENCE_PRESETS}
          onChange={(value) => {
            setPreset(SILENCE_PRESETS.find((one) => one.value === value)?.value ?? preset)
            setProblem(null)
          }}
        />
        {preset === 'chosen' ? (
          <TextInput
            type="datetime-local"
            label="Until"
            description="In the time of this browser, at most 30 days from now"
            value={chosen}
            error={problem}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        ) : null}
        <TextInput
          label="Note"
          description="Why, in a few words. Everybody who sees the mirror can read it."
          value={note}
          maxLength={MAX_NOTE}
          autoComplete="off"
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {silence.error === null ? null : (
          <ProblemPanel error={silence.error} refusedTitle="You are not permitted to silence mirrors" />
        )}
        <div className={dialogClasses.footer}>
          <Button variant="default" disabled={silence.isPending} onClick={onClose}>
            {closingWords.cancel}
          </Button>
          <Button type="submit" loading={silence.isPending}>
            {before === null ? 'Silence alarms' : 'Change silence'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
