import type { ProblemJudge } from './problem-judge.ts'
import type { ProjectSamples, Sample } from './project-samples.ts'

/** Reads one repository of a project. @throws Problem; the signal's reason when it aborts. */
export type ReadSample = (projectId: string, signal: AbortSignal) => Promise<Sample>

/**
 * Reads which repository stands for a project, once for all who wait for it, and notes it. One that cannot be read is
 * noted as such.
 *
 * @param onRead called when the sample of a project is noted.
 */
export const createSampleReader = ({
  read,
  samples,
  judge,
  now,
  onRead,
  signal,
}: {
  readonly read: ReadSample
  readonly samples: ProjectSamples
  readonly judge: ProblemJudge
  readonly now: () => number
  readonly onRead: (projectId: string) => void
  readonly signal: AbortSignal
}) => {
  const reading = new Map<string, Promise<void>>()

  const readNow = async (projectId: string): Promise<void> => {
    let sample: Sample
    try {
      sample = await read(projectId, signal)
      judge.answered()
    } catch (error) {
      if (signal.aborted || !judge.concernsOne(projectId, error)) throw error
      sample = { kind: 'failed' }
    }
    samples.note(projectId, sample, now())
    onRead(projectId)
  }
  const begin = (projectId: string): Promise<void> => {
    const begun = reading.get(projectId) ?? readNow(projectId)
    reading.set(projectId, begun)
    return begun
  }

  /**
   * @param ahead projects that are needed next: their reading begins too, and is not waited for.
   * @throws Problem when it concerns more than this project; the signal's reason when it aborts.
   */
  return async (projectId: string, ahead: readonly string[]): Promise<void> => {
    const wanted = begin(projectId)
    for (const id of ahead) begin(id).catch(() => undefined)
    await wanted
  }
}
