import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'

/** An address that is no page of the console. */
export const NotFound = () => (
  <Page title="Page not found">
    <p>There is no page at this address.</p>
    <Anchor component={Link} to={paths.requests}>
      Go to mirroring requests
    </Anchor>
  </Page>
)
