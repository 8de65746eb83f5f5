import { Button } from '@mantine/core'
import { useRouteError } from 'react-router'
import { Page } from '#app/ui/page.tsx'
import { ProblemPanel } from '#app/ui/problem-panel.tsx'

/** A page that broke. The frame and its navigation live on. */
export const RouteError = () => {
  const error = useRouteError()
  return (
    <Page title="This page broke">
      <ProblemPanel
        error={error}
        title="This page broke"
        meaning="The rest of the console goes on working. Load the page again; if it stays, tell an administrator."
      >
        <Button variant="default" onClick={() => globalThis.location.reload()}>
          Load again
        </Button>
      </ProblemPanel>
    </Page>
  )
}
