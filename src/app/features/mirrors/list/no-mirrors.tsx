import { Button } from '@mantine/core'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'

/** An empty list of mirrors, why it is empty, and the next step. */
export const NoMirrors = ({
  search,
  kind,
  onClear,
}: {
  search: string
  kind: VerdictKind | null
  onClear: () => void
}) => {
  if (search === '' && kind === null) {
    return (
      <EmptyState title="There is no mirror server yet.">
        <p>A mirror appears here when its request to join is accepted.</p>
        <TextLink to={paths.requests}>See mirroring requests</TextLink>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={search === '' ? 'No mirror has this health.' : 'No mirror matches the search.'}>
      <p>
        {kind === null ? 'Nothing' : `No mirror that is “${verdictWords[kind].toLowerCase()}”`}
        {search === '' ? ' is here now' : ' has '}
        {search === '' ? null : <ForeignText inline>{search}</ForeignText>}
        {search === '' ? '.' : ' in its name, id or address.'}
      </p>
      <Button variant="default" onClick={onClear}>
        {search !== '' && kind === null ? 'Clear search' : 'Show all mirrors'}
      </Button>
    </EmptyState>
  )
}
