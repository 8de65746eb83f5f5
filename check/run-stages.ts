/** How one stage went. */
export type StageResult = { readonly isGreen: boolean; readonly output: string }

/** Runs one stage to its end. */
export type RunStage = (name: string) => Promise<StageResult>

type Report = {
  readonly say: (text: string) => void
  /** Milliseconds since any fixed moment. */
  readonly now: () => number
}

/**
 * Runs groups of stages one after the other, the stages of a group at the same time, and prints the output of each as
 * a whole with its seconds. A group in which a stage fails is finished, so that all its failures are seen; those after
 * it do not start. Answers whether all are green.
 *
 * @param groups stages joined with `+`, for example `lint+types`.
 */
export const runStages = async (
  groups: readonly string[],
  run: RunStage,
  { say, now }: Report,
): Promise<boolean> => {
  for (const group of groups) {
    const results = await Promise.all(
      group.split('+').map(async (name) => {
        const startedAt = now()
        const { isGreen, output } = await run(name)
        const seconds = ((now() - startedAt) / 1000).toFixed(1)
        say(`${output}${isGreen ? 'Passed' : 'FAILED'}: ${name}, ${seconds} s\n`)
        return isGreen
      }),
    )
    if (results.includes(false)) return false
  }
  return true
}
