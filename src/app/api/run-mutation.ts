import { MutationObserver, type MutationObserverOptions, type QueryClient } from '@tanstack/react-query'

/**
 * Runs one mutation outside of React, in its scope like any other.
 *
 * @throws what the mutation throws.
 */
export const runMutation = async <Result, Variables>(
  client: QueryClient,
  options: MutationObserverOptions<Result, Error, Variables>,
  variables: Variables,
): Promise<Result> => {
  const observer = new MutationObserver(client, options)
  try {
    return await observer.mutate(variables)
  } finally {
    // Lets the cache forget it.
    observer.reset()
  }
}
