import { authenticateHandlers } from './authenticate-handlers.ts'
import { decisionHandlers } from './decision-handlers.ts'
import type { Handlers } from './handler.ts'
import { mirrorHandlers } from './mirror-handlers.ts'
import { preferredMirrorHandlers } from './preferred-mirror-handlers.ts'
import { repositoryHandlers } from './repository-handlers.ts'
import { repositoryMirrorsHandlers } from './repository-mirrors-handlers.ts'
import { requestHandlers } from './request-handlers.ts'
import { upstreamFactsHandlers } from './upstream-facts-handlers.ts'

/** A handler for each operation of the contract; without one of them this does not compile. */
export const handlers: Handlers = {
  ...preferredMirrorHandlers,
  ...upstreamFactsHandlers,
  ...authenticateHandlers,
  ...mirrorHandlers,
  ...repositoryHandlers,
  ...repositoryMirrorsHandlers,
  ...requestHandlers,
  ...decisionHandlers,
}
