import { Button } from '@mantine/core'
import { CodeNotLoaded } from '#app/ui/late/fetch-code.ts'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'

/** A page that failed, or whose code could not be loaded. The frame and its navigation still work. */
export const RouteError = ({ error }: { error: unknown }) => {
  const [title, meaning] =
    error instanceof CodeNotLoaded
      ? [
          'This page could not be loaded',
          'The server of the console cannot be reached, or has a newer version by now. Load the page again.',
        ]
      : [
          'This page broke',
          'The rest of the console goes on working. Load the page again; if the problem remains, contact an administrator.',
        ]
  return (
    <Page title={title}>
      <ProblemPanel error={error} title={title} meaning={meaning}>
        <Button variant="default" onClick={() => globalThis.location.reload()}>
          Load again
        </Button>
      </ProblemPanel>
    </Page>
  )
}
