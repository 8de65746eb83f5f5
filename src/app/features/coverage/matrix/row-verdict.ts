import {
  type CoverageVerdict,
  coverageVerdict,
  servingCount,
  verdictWords,
} from '#app/domain/coverage/coverage-verdict.ts'
import type { CoverageProject } from './coverage-matrix.ts'

/** How a row is covered; for a project also that it has nothing to cover, or nothing that could be read. */
export type RowVerdict = CoverageVerdict | 'empty' | 'unreadable'

const rowWords: Record<RowVerdict, string> = { ...verdictWords, empty: 'Empty', unreadable: 'Unreadable' }

/** The verdict about a project by its cells. */
export const projectVerdict = (
  { sample }: Pick<CoverageProject, 'sample'>,
  codes: Uint8Array,
): RowVerdict => {
  if (sample === 'empty') return 'empty'
  return sample === 'unreadable' || sample === 'failed' ? 'unreadable' : coverageVerdict(codes)
}

/** The verdict in words, for a table. */
export const rowVerdictWord = (verdict: RowVerdict): string => rowWords[verdict]

/**
 * The verdict in words with how many mirrors serve it, where that is more than one: "2+" where others were not asked.
 *
 * @param isOld whether it rests on answers that are old.
 */
export const rowVerdictText = (verdict: RowVerdict, codes: Uint8Array, isOld: boolean): string => {
  const text =
    verdict === 'covered'
      ? `${String(servingCount(codes))}${codes.includes(0) ? '+' : ''} mirrors`
      : rowWords[verdict]
  return isOld ? `${text} (old)` : text
}
