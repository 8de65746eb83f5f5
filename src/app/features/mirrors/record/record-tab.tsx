import '@mantine/core/styles/Input.css'
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { correctMirrorMutation } from '#app/domain/mirror/mirror-writes.ts'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { announce } from '#app/browser/announcements.ts'
import { CorrectionResult } from './correction-result.tsx'
import { RecordDrift } from './record-drift.tsx'
import { type RecordDraft, recordFormProblem } from './record-form-problem.ts'

/** Corrects what Bitbucket has written down about the mirror. It changes nothing on the mirror. */
export const RecordTab = ({ mirror }: MirrorTabProps) => {
  // Only what somebody typed: until then the fields follow the record.
  const [typed, setTyped] = useState<Partial<RecordDraft>>({})
  const [isChecked, setChecked] = useState(false)
  const [isChecking, setChecking] = useState(false)
  const correct = useMutation({
    ...correctMirrorMutation(mirror.id),
    onSuccess: (outcome) => {
      if (outcome.kind !== 'done') return
      setTyped({})
      announce(`The record of ${mirrorNameOf(mirror)} is corrected`)
    },
    onSettled: () => setChecking(false),
  })
  const draft = {
    baseUrl: typed.baseUrl ?? mirror.baseUrl ?? '',
    productVersion: typed.productVersion ?? mirror.productVersion ?? '',
  }
  const problem = recordFormProblem(draft)
  const wanted = { baseUrl: draft.baseUrl.trim(), productVersion: draft.productVersion.trim() }
  const isSame = wanted.baseUrl === mirror.baseUrl && wanted.productVersion === mirror.productVersion
  const isValid = problem.baseUrl === null && problem.productVersion === null
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (!isValid || isSame || correct.isPending) return
        correct.mutate({ shown: mirror, wanted, onChecking: () => setChecking(true) })
      }}
    >
      <p className={classes.prose}>
        This rewrites what Bitbucket has written down: where the mirror is and which version it has. It
        changes nothing on the mirror and installs no software. Only the mirror itself and system
        administrators may do it.
      </p>
      <RecordDrift mirror={mirror} />
      <TextInput
        label="Address"
        value={draft.baseUrl}
        maxLength={2048}
        error={isChecked ? problem.baseUrl : null}
        onChange={(event) => setTyped({ ...typed, baseUrl: event.currentTarget.value })}
        spellCheck={false}
        autoComplete="off"
      />
      <TextInput
        label="Version"
        value={draft.productVersion}
        maxLength={64}
        error={isChecked ? problem.productVersion : null}
        onChange={(event) => setTyped({ ...typed, productVersion: event.currentTarget.value })}
        spellCheck={false}
        autoComplete="off"
      />
      <div className={classes.bar}>
        <Button type="submit" loading={correct.isPending} disabled={isSame}>
          Correct the record
        </Button>
        <span role="status" className={classes.count}>
          {isChecking ? 'Reading what Bitbucket has now' : isSame ? 'Nothing is changed yet.' : ''}
        </span>
      </div>
      <CorrectionResult
        outcome={correct.data}
        error={correct.error}
        shown={correct.variables?.shown ?? mirror}
      />
    </form>
  )
}
