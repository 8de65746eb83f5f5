import './mantine-styles.ts'
import type { QueryClient } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { createQueryClient } from '#app/api/query-client.ts'
import { sessionInDocument } from '#app/domain/session/session-in-document.ts'
import { pageSession } from '#app/api/page-session.ts'
import { sessionKey } from '#app/api/session-key.ts'
import { followSession } from '#app/domain/session/session-tabs.ts'
import { createPageRouter, type PageHistory, type PageRouter } from './page-router.ts'
import { createRoutes } from './routes.ts'
import { keepTranslatedTexts } from './translated-texts.ts'
import { installTrustedTypes } from './trusted-types.ts'
import { CodeNotLoaded } from '#app/ui/late/fetch-code.ts'
import { untilAnswered } from './until-answered.ts'

/** Loads the code that follows pointer and focus at the first input: before that it must not delay the first page. */
const followOnFirstInput = (router: PageRouter) => {
  const waiting = new AbortController()
  const follow = () => {
    waiting.abort()
    import('./follow-intent.ts').then(
      ({ followIntent }) => followIntent(router),
      // Its server may be back by the next move.
      () => followOnFirstInput(router),
    )
  }
  for (const event of ['focusin', 'pointerover']) {
    document.addEventListener(event, follow, { signal: waiting.signal })
  }
}

/** Code that could not be loaded is reported on the screen, with a retry; anything else is a fault of ours. */
const onCaughtError = (error: unknown) => {
  if (!(error instanceof CodeNotLoaded)) reportError(error)
}

/** The first page comes first, in ms: what mirrors answer meanwhile is not lost. */
const SECOND_AFTER_MS = 4000

/** Loads what no first page needs, at the latest with the first press: it may be the one that prints. */
const startSecond = (client: QueryClient) => {
  const begin = new AbortController()
  const start = () => {
    begin.abort()
    import('./second-part.ts').then(
      ({ startSecondPart }) => startSecondPart(client),
      // Without its code, answers are kept by the pages alone until the next load.
      () => undefined,
    )
  }
  const timer = setTimeout(start, SECOND_AFTER_MS)
  begin.signal.addEventListener('abort', () => clearTimeout(timer))
  for (const event of ['keydown', 'pointerdown']) addEventListener(event, start, { signal: begin.signal })
}

/**
 * Starts the console in the document's element with the id "root".
 *
 * @param history where addresses are kept.
 * @param basename with what the path of every page's address begins; `/` for nothing.
 * @throws Error when the document has no such element.
 */
export const startApp = async (history: PageHistory, basename: string): Promise<void> => {
  installTrustedTypes()
  keepTranslatedTexts()
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
  // The scroll lock of dialogs makes its own style element and knows the nonce only this way.
  setNonce(nonce)
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no element with the id "root".')
  const queryClient = createQueryClient(() => tabs.check())
  const tabs = followSession(queryClient, () => {
    // What was typed into a search stands in the address, and belongs to the person before.
    globalThis.location.replace(globalThis.location.pathname)
  })
  const session = sessionInDocument()
  if (session !== null) {
    queryClient.setQueryData(sessionKey, session)
    pageSession.bind(session.mark)
  }
  const router = createPageRouter({ history, basename, ...createRoutes(queryClient) })
  followOnFirstInput(router)
  // The document shows the frame already; it stays until there is a page to put into it.
  await router.ready
  await untilAnswered(queryClient)
  startSecond(queryClient)
  createRoot(root, { onCaughtError }).render(<App queryClient={queryClient} router={router} nonce={nonce} />)
}
