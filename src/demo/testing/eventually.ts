import { vi } from 'vitest'
import { PATIENCE_MS } from './patience.ts'

/**
 * Waits until the assertion holds, and fails with its words otherwise. vitest's own waiting gives up after a second,
 * in which a busy machine may not even have drawn a page.
 */
export const eventually = <T>(
  assertion: () => T | Promise<T>,
  options: number | { readonly timeout?: number } = PATIENCE_MS,
): Promise<T> =>
  vi.waitFor(assertion, { timeout: typeof options === 'number' ? options : (options.timeout ?? PATIENCE_MS) })
