import type { MirroringRequest } from '#contract/mirroring-request.ts'

/** Far more endings than there are kinds of descriptors; beyond it the memory starts anew. */
const MOST = 100

const endings = new Map<string, string>()

const shared = (ending: string): string => {
  const known = endings.get(ending)
  if (known !== undefined) return known
  if (endings.size >= MOST) endings.clear()
  endings.set(ending, ending)
  return ending
}

/** The same text. Where it begins with another that is kept anyway, an engine keeps of the two together only that. */
const joinedAfter = (begin: string | null, text: string | null): string | null =>
  begin !== null && text?.startsWith(begin) === true ? begin + shared(text.slice(begin.length)) : text

/**
 * The same request in two thirds of the memory, for a list of thousands: written with all of its fields at once, so that
 * none of them is kept apart, and with a descriptor that shares its text with the mirror's address.
 */
export const keptRequest = ({
  id,
  state,
  mirrorName,
  mirrorId,
  mirrorBaseUrl,
  mirrorType,
  productType,
  productVersion,
  addonDescriptorUri,
}: MirroringRequest): MirroringRequest => ({
  // In the order of the schema: a decision compares what was shown as text.
  id,
  state,
  mirrorName,
  mirrorId,
  mirrorBaseUrl,
  mirrorType,
  productType,
  productVersion,
  addonDescriptorUri: joinedAfter(mirrorBaseUrl, addonDescriptorUri),
})
