import type { MirrorServer } from '#contract/mirror-server.ts'
import { useNow } from '#app/browser/use-now.ts'
import { certificateInShort } from '#app/domain/mirror/certificate-in-short.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { hasCertificate } from '#health/certificate-state.ts'
import type { MirrorSights } from '#health/mirror-sight.ts'

const Cell = ({ baseUrl, ends }: { baseUrl: string | null; ends: number | null }) => {
  const { tone, words } = certificateInShort(baseUrl, ends, useNow())
  return tone === null ? words : <StateMark tone={tone}>{words}</StateMark>
}

/**
 * When the certificates of mirrors end, as they showed them. Not shown by itself where no mirror has one: that is known
 * of the addresses, before any mirror was asked.
 */
export const certificateColumn = (
  mirrors: readonly MirrorServer[] | undefined,
  sights: MirrorSights,
  isWatched: boolean,
): TableColumn<MirrorServer> => {
  const endsOf = (mirror: MirrorServer): number | null =>
    hasCertificate(mirror) ? (sights.get(mirror.id)?.certificateEnds ?? null) : null
  return {
    id: 'certificate',
    header: 'Certificate',
    cell: (mirror) => <Cell baseUrl={mirror.baseUrl} ends={endsOf(mirror)} />,
    text: (mirror) => {
      const ends = endsOf(mirror)
      return ends === null ? null : new Date(ends).toISOString()
    },
    sortValue: endsOf,
    width: '136px',
    // Beside the history there is no room for it in most windows.
    givesWay: isWatched ? 1440 : 1200,
    isOptional: mirrors?.some(hasCertificate) !== true,
  }
}
