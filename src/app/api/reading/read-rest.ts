type NextPage = { readonly hasNextPage: boolean; readonly isFetchNextPageError: boolean }

/** Lets what waits be done first, drawing what came last among it. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/**
 * Reads a list on to its end, or until a page fails. The next page is asked for as soon as one has come, so that Bitbucket
 * works on it while that one is drawn.
 *
 * @param fetchNext asks for one more page; where one is under way, it waits for that.
 * @param isOver asked before each page: whether to leave it.
 */
export const readRest = async (
  fetchNext: (options: { readonly cancelRefetch: false }) => Promise<NextPage>,
  isOver: () => boolean,
): Promise<void> => {
  while (!isOver()) {
    // Pages that come at once are drawn one after the other too.
    const [{ hasNextPage, isFetchNextPageError }] = await Promise.all([
      fetchNext({ cancelRefetch: false }),
      nextTask(),
    ])
    if (!hasNextPage || isFetchNextPageError) return
  }
}
