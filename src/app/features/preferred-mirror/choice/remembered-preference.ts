import { cutText } from '#contract/cut-text.ts'
import * as v from 'valibot'
import type { Session } from '#contract/session.ts'
import { persistedBy } from '#app/browser/persisted.ts'

const preference = v.object({ id: v.string(), name: v.string() })

/** A preference seen earlier in this browser. */
export type RememberedPreference = Readonly<v.InferOutput<typeof preference>>

/** By user and upstream: it belongs to the person. */
const preferences = persistedBy('preferred-mirror ', v.nullable(preference), null)

/**
 * The preference that this browser saw last, per account and upstream. Bitbucket answers "none" for a preferred mirror
 * that was removed, so without a memory the choice would vanish without a word.
 */
export const rememberedPreference = ({ user, upstream }: Pick<Session, 'user' | 'upstream'>) => {
  const { use, set, reset } = preferences.of(`${user ?? ''} ${upstream}`)
  return {
    use,
    remember: ({ id, name }: RememberedPreference): void => set({ id, name: cutText(name, 255) }),
    forget: reset,
  }
}
