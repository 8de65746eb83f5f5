import { plainOf } from '#app/text/hidden-characters.ts'

/**
 * The lines at the top of a printed page, which stands alone: of which Bitbucket it is, where it was, and how old.
 *
 * @param upstream the address of Bitbucket; `null` while it is not known.
 * @param updatedAt when the oldest fact on the page was read, epoch ms; `null` for a page without any.
 * @param timeOf an instant (epoch ms) in words, with its zone.
 */
export const sheetHead = ({
  upstream,
  address,
  updatedAt,
  now,
  timeOf,
}: {
  readonly upstream: string | null
  readonly address: string
  readonly updatedAt: number | null
  readonly now: number
  readonly timeOf: (instant: number) => string
}): readonly string[] => [
  upstream === null ? 'Mirror Console' : `Mirror Console · ${plainOf(upstream)}`,
  plainOf(address),
  `${updatedAt === null ? '' : `As of ${timeOf(updatedAt)}. `}Printed ${timeOf(now)}.`,
]
