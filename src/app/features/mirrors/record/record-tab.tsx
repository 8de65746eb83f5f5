import '@mantine/core/styles/Input.css'
import { Button, Stack, TextInput } from '@mantine/core'
import { Suspense, useState } from 'react'
import type { CorrectionSubject } from '#app/domain/mirror/mirror-correction.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { correctMirrorMutation } from '#app/domain/mirror/mirror-writes.ts'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { announce } from '#app/browser/announcements.ts'
import { tookEffect } from '#app/api/confirmed-write.ts'
import { useConfirmedWrite } from '#app/ui/dialog/use-confirmed-write.ts'
import { WriteResult } from '#app/ui/dialog/write-result.tsx'
import { useKeptDraft } from '#app/ui/form/use-kept-draft.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { correctionWords } from './correction-words.ts'
import { RecordDrift } from './record-drift.tsx'
import { type RecordDraft, recordFormProblem } from './record-form-problem.ts'

const CorrectionDialog = lazyPart(async () => (await import('./correction-dialog.tsx')).CorrectionDialog)

const NOTHING: Partial<RecordDraft> = {}

/** Corrects Bitbucket's record of the mirror, after what changes was shown. It changes nothing on the mirror. */
export const RecordTab = ({ mirror }: MirrorTabProps) => {
  // Only what was typed: before that the fields follow the record.
  const [typed, setTyped] = useKeptDraft<Partial<RecordDraft>>(`record ${mirror.id}`, NOTHING)
  const [isChecked, setChecked] = useState(false)
  // As it was when the question was asked: a refresh must not change what is being compared.
  const [asked, setAsked] = useState<CorrectionSubject | null>(null)
  const write = useConfirmedWrite(correctMirrorMutation(mirror.id), (outcome) => {
    if (!tookEffect(outcome)) return
    setTyped(NOTHING)
    setAsked(null)
    announce(`The record of ${mirrorNameOf(mirror)} is corrected`)
  })
  const { phase, outcome, isBusy, send, checkAgain } = write
  const draft = {
    baseUrl: typed.baseUrl ?? mirror.baseUrl ?? '',
    productVersion: typed.productVersion ?? mirror.productVersion ?? '',
  }
  const problem = recordFormProblem(draft)
  const wanted = { baseUrl: draft.baseUrl.trim(), productVersion: draft.productVersion.trim() }
  const isSame = wanted.baseUrl === mirror.baseUrl && wanted.productVersion === mirror.productVersion
  const isValid = problem.baseUrl === null && problem.productVersion === null
  const field = (name: keyof RecordDraft, label: string, maxLength: number) => (
    <TextInput
      label={label}
      value={draft[name]}
      maxLength={maxLength}
      error={isChecked ? problem[name] : null}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      spellCheck={false}
      autoComplete="off"
    />
  )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (isValid && !isSame) {
          write.reset()
          setAsked({ shown: mirror, wanted })
        }
      }}
    >
      <Stack gap={16} maw={640}>
        <p className={classes.prose}>
          This rewrites what Bitbucket has written down: where the mirror is and which version it has. It
          changes nothing on the mirror and installs no software. Only the mirror itself and system
          administrators may do it.
        </p>
        <RecordDrift mirror={mirror} />
        {field('baseUrl', 'Address', 2048)}
        {field('productVersion', 'Version', 64)}
        <div className={classes.bar}>
          <Button type="submit" disabled={isSame || isBusy}>
            Correct the record
          </Button>
          <span role="status" className={classes.count}>
            {isSame ? 'Nothing is changed yet.' : ''}
          </span>
        </div>
        {asked === null ? <WriteResult phase={phase} words={correctionWords} keepsFocus /> : null}
        {asked === null ? null : (
          <Suspense>
            <CorrectionDialog
              subject={asked}
              phase={phase}
              isBusy={isBusy}
              isOver={outcome?.kind === 'gone' || outcome?.kind === 'changed'}
              onSend={() => send(asked)}
              onCheck={checkAgain}
              onClose={() => setAsked(null)}
            />
          </Suspense>
        )}
      </Stack>
    </form>
  )
}
