import * as v from 'valibot'
import { type Silence, silence } from '#contract/silences.ts'
import { persistedBy } from '#app/browser/persisted.ts'
import { keepsSilences } from './silenced-now.ts'

/** Mirrors silenced at once in one browser; the oldest go first when there are more. */
const MAX_KEPT = 200

/** By upstream. It belongs to the browser, whoever is signed in: nobody else sees it. */
const stored = persistedBy('silences ', v.array(silence), [])

/** The silences of this browser, where no console keeps them. Moments are epoch ms by this browser's clock. */
export const browserSilences = (upstream: string) => {
  const setting = stored.of(upstream)
  const others = (mirrorId: string) => setting.get().filter((kept) => kept.mirrorId !== mirrorId)
  return {
    setting,
    put: (changed: Silence): void => {
      setting.set([...others(changed.mirrorId), changed].slice(-MAX_KEPT))
      keepsSilences.set(true)
    },
    remove: (mirrorId: string): void => setting.set(others(mirrorId)),
  }
}
