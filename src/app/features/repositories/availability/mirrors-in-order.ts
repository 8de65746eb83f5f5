import { foldedText } from '#app/text/folded-text.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'

const folded = ({ name }: MirrorServer): string => foldedText(name)

/** The mirrors as they are asked and shown: one's preferred mirror first, the others by name. */
export const mirrorsInOrder = (
  mirrors: readonly MirrorServer[],
  preferredId: string | null,
): readonly MirrorServer[] =>
  mirrors.toSorted((one, other) => {
    if (one.id === preferredId || other.id === preferredId) return one.id === preferredId ? -1 : 1
    return folded(one) < folded(other) ? -1 : 1
  })
