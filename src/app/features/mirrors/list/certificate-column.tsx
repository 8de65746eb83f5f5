import type { MirrorServer } from '#contract/mirror-server.ts'
import { useNow } from '#app/browser/use-now.ts'
import { certificateInShort } from '#app/domain/mirror/certificate-words.ts'
import { utcOf } from '#app/text/age.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { hasCertificate } from '#health/certificate-state.ts'
import type { MirrorSight, MirrorSights } from '#health/mirror-sight.ts'

const Cell = ({ mirror, sight }: { mirror: MirrorServer; sight: MirrorSight | null }) => {
  const { tone, words, ends } = certificateInShort(mirror.baseUrl, sight, useNow())
  const said = tone === null ? words : <StateMark tone={tone}>{words}</StateMark>
  return ends === null ? said : <span title={utcOf(ends)}>{said}</span>
}

/**
 * When the certificates of mirrors end, as they showed them. Not shown by itself where no mirror has one: that is known
 * of the addresses, before any mirror was asked.
 */
export const certificateColumn = (
  mirrors: readonly MirrorServer[] | undefined,
  sights: MirrorSights,
): TableColumn<MirrorServer> => {
  const endsOf = (mirror: MirrorServer): number | null =>
    hasCertificate(mirror) ? (sights.get(mirror.id)?.certificateEnds ?? null) : null
  return {
    id: 'certificate',
    header: 'Certificate',
    cell: (mirror) => <Cell mirror={mirror} sight={sights.get(mirror.id) ?? null} />,
    text: (mirror) => {
      const ends = endsOf(mirror)
      return ends === null ? null : new Date(ends).toISOString()
    },
    sortValue: endsOf,
    width: '136px',
    givesWay: true,
    isOptional: mirrors?.some(hasCertificate) !== true,
  }
}
