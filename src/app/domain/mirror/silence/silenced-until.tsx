import { Suspense } from 'react'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { silencedNow } from './silenced-now.ts'

const SilenceMark = lazyPart(async () => (await import('./silence-mark.tsx')).SilenceMark, 'silent')

/**
 * "Silenced until …" of one mirror, for wherever its verdict stands; nothing where its alarms are not silenced.
 *
 * @param isShort without why and by whom, where there is little room.
 */
export const SilencedUntil = ({ mirrorId, isShort = true }: { mirrorId: string; isShort?: boolean }) => {
  const silence = silencedNow.use().byId.get(mirrorId)
  return silence === undefined ? null : (
    <Suspense>
      <SilenceMark silence={silence} isShort={isShort} />
    </Suspense>
  )
}
