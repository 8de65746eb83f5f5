import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { flushSync } from 'react-dom'
import { RouterProvider, type RouterProviderProps } from 'react-router'
import { COLOR_SCHEME_KEY } from '#app/browser/color-scheme-key.ts'
import { cssVariables, theme } from './theme.ts'

const colorSchemeManager = localStorageColorSchemeManager({ key: COLOR_SCHEME_KEY })

/** The app inside its providers. */
export const App = ({
  queryClient,
  router,
  nonce,
}: {
  queryClient: QueryClient
  router: RouterProviderProps['router']
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
      <RouterProvider router={router} flushSync={flushSync} />
    </QueryClientProvider>
  </MantineProvider>
)
