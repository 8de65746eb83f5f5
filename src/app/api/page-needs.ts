import type { QueryClient } from '@tanstack/react-query'

/** What an address says beside its page: the id in its path, or empty, and its query. */
export type PageAddress = { readonly id: string; readonly search: URLSearchParams }

/**
 * Starts every query that a page reads when it opens, and nothing else. The router calls it before the page's
 * code has arrived, and the build calls it to find out what the document can ask for even earlier.
 */
export type PageNeeds = (client: QueryClient, address: PageAddress) => readonly Promise<unknown>[]
