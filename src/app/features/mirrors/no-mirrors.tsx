import { Anchor, Button } from '@mantine/core'
import { Link } from 'react-router'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ForeignText } from '#app/ui/foreign-text.tsx'

/** An empty list of mirrors, and the next step. */
export const NoMirrors = ({ search, onClear }: { search: string; onClear: () => void }) =>
  search === '' ? (
    <EmptyState title="There is no mirror server yet.">
      <p>A mirror appears here when its request to join is accepted.</p>
      <Anchor component={Link} to={paths.requests}>
        See mirroring requests
      </Anchor>
    </EmptyState>
  ) : (
    <EmptyState title="No mirror matches the search.">
      <p>
        Nothing has <ForeignText inline>{search}</ForeignText> in its name, id or address.
      </p>
      <Button variant="default" onClick={onClear}>
        Clear search
      </Button>
    </EmptyState>
  )
