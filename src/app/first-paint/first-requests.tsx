import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { StaticRouter } from 'react-router'
import * as v from 'valibot'
import { mirroringRequest } from '#contract/mirroring-request.ts'
import { mirrorTypeWord } from '#app/data/mirror-type-word.ts'
import { requestsQuery } from '#app/data/requests.ts'
import { RequestsPage } from '#app/features/requests/requests-page.tsx'
import { paths } from '#app/paths.ts'
import { cssVariables, theme } from '#app/theme.ts'

const drawPage = (client: QueryClient): string =>
  renderToStaticMarkup(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} withCssVariables={false}>
      <QueryClientProvider client={client}>
        <StaticRouter location={paths.requests}>
          <RequestsPage />
        </StaticRouter>
      </QueryClientProvider>
    </MantineProvider>,
  ).replaceAll(/<style[^]*?<\/style>/g, '')

/** A request like any other; the first script writes real ones over it. */
const sample = v.parse(mirroringRequest, {
  id: 1,
  state: 'PENDING',
  mirrorName: 'Name',
  mirrorBaseUrl: 'https://mirror.example.com/',
  mirrorType: 'SINGLE',
  productVersion: '8.16.0',
})

const ROW = /<tbody role="rowgroup">(<tr[^]*<\/tr>)<\/tbody>/

/**
 * The page of requests as it is before its answer has come, and one of its rows, drawn by the page itself.
 *
 * @throws Error when the page draws no row for a request.
 */
export const drawFirstRequests = () => {
  const client = new QueryClient()
  const page = drawPage(client)
  client.setQueryData(requestsQuery('PENDING').queryKey, {
    pages: [{ values: [sample], unreadable: [], start: 0, limit: 1, isLastPage: true, nextPageStart: null }],
    pageParams: [{ start: 0, limit: 1 }],
  })
  const [, row] = ROW.exec(drawPage(client)) ?? []
  if (row === undefined) throw new Error('The page of requests drew no row.')
  return { page, row, types: { SINGLE: mirrorTypeWord('SINGLE'), FARM: mirrorTypeWord('FARM') } }
}
