import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'

/** An address that is no page of the console. */
export const NotFound = () => (
  <Page title="Page not found">
    <EmptyState title="There is no page at this address.">
      <Anchor component={Link} to={paths.requests}>
        Go to mirroring requests
      </Anchor>
    </EmptyState>
  </Page>
)
