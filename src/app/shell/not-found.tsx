import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page/page.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'

/** An address that is no page of the console. */
export const NotFound = () => (
  <Page title="Page not found" context="There is no page at this address.">
    <TextLink to={paths.overview}>Go to the overview</TextLink>
  </Page>
)
