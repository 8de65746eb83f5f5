import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import type { Session } from '#contract/session.ts'
import { sessionKey } from '#app/api/session-key.ts'
import { PREFIX } from '#app/browser/persisted.ts'

const KEY = `${PREFIX}draft`

/** Whose draft it is, of which form, and what was typed. */
const kept = v.tuple([v.string(), v.string(), v.record(v.string(), v.string())])

/** What the page kept as it was loaded again. */
const read = (): v.InferOutput<typeof kept> | null => {
  try {
    return v.parse(kept, JSON.parse(sessionStorage.getItem(KEY) ?? ''))
  } catch {
    // Nothing was kept, or the storage is refused.
    return null
  }
}

const keepText = (text: string | null): void => {
  try {
    if (text === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, text)
  } catch {
    // Without storage a reload loses what was typed, as on any page.
  }
}

/**
 * What was typed into a form, as state that outlives a reload in this tab, for the same person: a newer version of the
 * console asks for one. Not for secrets.
 *
 * @param form names the form and what it is about.
 */
export const useKeptDraft = <Draft extends Readonly<Record<string, string>>>(
  form: string,
  initial: Draft,
) => {
  const client = useQueryClient()
  const user = client.getQueryData<Session>(sessionKey)?.user
  const [draft, setDraft] = useState<Draft>(() => {
    const [whose, of, typed] = read() ?? []
    return whose === user && of === form ? { ...initial, ...typed } : initial
  })
  // Not while it is drawn: React may draw a form that it throws away.
  useEffect(() => keepText(null), [])
  useEffect(() => {
    const keep = () => {
      // Whoever signs out leaves nothing behind.
      const whose = client.getQueryData<Session>(sessionKey)?.user
      if (typeof whose === 'string' && draft !== initial) keepText(JSON.stringify([whose, form, draft]))
    }
    addEventListener('pagehide', keep)
    return () => removeEventListener('pagehide', keep)
  }, [client, form, draft, initial])
  return [draft, setDraft] as const
}
