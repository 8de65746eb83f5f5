import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { COLOR_SCHEME_KEY } from '#app/browser/color-scheme-key.ts'
import { ConsoleFrame } from './console-frame.tsx'
import type { PageRouter } from './page-router.ts'
import { ShownPage } from './shown-page.tsx'
import { cssVariables, theme } from './theme.ts'

const colorSchemeManager = localStorageColorSchemeManager({ key: COLOR_SCHEME_KEY })

/** The app inside its providers. */
export const App = ({
  queryClient,
  router,
  nonce,
}: {
  queryClient: QueryClient
  router: PageRouter
  /** The nonce of this document, for style elements made at run time. */
  nonce: string
}) => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariables}
    colorSchemeManager={colorSchemeManager}
    defaultColorScheme="auto"
    // All variables come from here: the style sheet with the defaults would be 3 kB more for the same.
    deduplicateCssVariables={false}
    getStyleNonce={() => nonce}
  >
    <QueryClientProvider client={queryClient}>
      <ShownPage router={router} Frame={ConsoleFrame} />
    </QueryClientProvider>
  </MantineProvider>
)
