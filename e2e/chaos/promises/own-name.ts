/** A tab that shows who is signed in, and whose session its browser has; `null` where there is none. */
export type ShownName = {
  readonly tab: string
  readonly shown: string | null
  readonly session: string | null
}

/** Tabs that show another name than that of the session that acts. Who is signed out may not have heard of it yet. */
export const strangers = (names: readonly ShownName[]): string[] =>
  names.flatMap(({ tab, shown, session }) =>
    shown === null || session === null || shown === session
      ? []
      : [`${tab} shows the name ${shown}, while ${session} is signed in`],
  )
