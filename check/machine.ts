/** What installing programs needs to know and do; tests hand in one that records. */
export type Machine = {
  readonly isRoot: boolean
  /** Whether Debian's packages fit. */
  readonly isDebian: boolean
  /** Whether the check runs in CI, where a missing program is a failure. */
  readonly isCi: boolean
  /** Runs a command for `limitMs` at most; answers what it printed when it failed, `null` when it worked. */
  readonly run: (command: string, args: readonly string[], limitMs: number) => string | null
  /** Does `work` while the packages' own scripts may not start services; answers what `work` answers. */
  readonly withoutServices: <T>(work: () => T) => T
  /** Writes one line for the person who runs the check. */
  readonly say: (line: string) => void
}
