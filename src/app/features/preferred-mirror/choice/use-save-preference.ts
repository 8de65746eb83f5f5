import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { preferMirrorMutation, preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'
import { announce } from '#app/browser/announcements.ts'
import { type SaveOutcome, saveOutcomeOf } from './save-outcome.ts'

/** Saves (a mirror's id) or clears (`null`) the preference: one write, then the truth as Bitbucket tells it. */
export const useSavePreference = (onConfirmed: (mirrorId: string | null) => void) => {
  const client = useQueryClient()
  const { mutateAsync } = useMutation(preferMirrorMutation)
  const [saving, setSaving] = useState<'save' | 'clear' | null>(null)
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null)
  // The second click of a double click comes before anything was drawn again.
  const isBusy = useRef(false)

  const save = async (mirrorId: string | null) => {
    if (isBusy.current) return
    isBusy.current = true
    setSaving(mirrorId === null ? 'clear' : 'save')
    setOutcome(null)
    let problem: Problem | null = null
    try {
      await mutateAsync(mirrorId)
    } catch (error) {
      problem = problemOf(error)
    }
    // Bitbucket answers a write with nothing, so what counts is what it says afterwards.
    await client.invalidateQueries({ queryKey: preferredMirrorQuery.queryKey })
    const state = client.getQueryState(preferredMirrorQuery.queryKey)
    const isFresh = state?.status === 'success' && !state.isInvalidated
    const next = saveOutcomeOf(mirrorId, isFresh ? state.data : undefined, problem)
    isBusy.current = false
    setSaving(null)
    setOutcome(next)
    if (next.kind !== 'confirmed') return
    onConfirmed(mirrorId)
    announce(
      next.mirror === null
        ? 'You have no preferred mirror'
        : `${next.mirror.name} is now your preferred mirror`,
    )
  }
  return { save, saving, outcome }
}
