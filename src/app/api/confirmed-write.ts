import { type Problem, type ProblemKind, problemOf } from './problem.ts'
import { problemTraits, type WriteAnswer } from './problem-traits.ts'
import { retryDelay, shouldRetry } from './query-client.ts'
import { wait as realWait } from './wait.ts'

/** One write and how to read its effect. A truth of `null` means "not there". */
export type ConfirmedWrite<Truth, Answer> = {
  /** Reads what is there now, past the cache: a poll that began before the write would bring what was true before it. */
  readonly read: () => Promise<Truth | null>
  /** Whether what is there is still what was shown; `null` for a write that does not depend on it. */
  readonly isAsShown: ((truth: Truth | null) => boolean) | null
  /** Sends the one write. */
  readonly send: () => Promise<Answer>
  /** Whether what is there shows the effect. */
  readonly isDone: (truth: Truth | null) => boolean
  /** Whether a confirmed write is read back too, because the answer does not show what is stored. */
  readonly isReadBack: boolean
  /** Problems that say something else about this write than {@link problemTraits}. */
  readonly answers?: Partial<Record<ProblemKind, WriteAnswer>>
}

/** What became of a write. */
export type WriteOutcome<Truth, Answer> =
  /** Bitbucket confirmed it. `truth` was read back, and is `null` when it was not read or nothing is there. */
  | { readonly kind: 'done'; readonly answer: Answer; readonly truth: Truth | null }
  /** The answer was lost, and what is there shows the effect. */
  | { readonly kind: 'found'; readonly truth: Truth | null }
  /** What is there is neither what was shown nor what was wanted. Without `mayBeOurs` our write changed nothing. */
  | { readonly kind: 'changed'; readonly truth: Truth; readonly mayBeOurs: boolean }
  /** It is no longer there. Our write may have taken effect before that, with `mayBeOurs`. */
  | { readonly kind: 'gone'; readonly mayBeOurs: boolean }
  /** What is there does not show the effect. `problem` is `null` when Bitbucket had confirmed the write. */
  | { readonly kind: 'not-done'; readonly truth: Truth | null; readonly problem: Problem | null }
  /** What is there could not be read. `problem` is the answer to the write, or to the reading when it was confirmed. */
  | { readonly kind: 'unknown'; readonly problem: Problem; readonly isConfirmed: boolean }

/** Whether the write took effect, as far as is known. */
export const tookEffect = ({ kind }: Pick<WriteOutcome<unknown, unknown>, 'kind'>): boolean =>
  kind === 'done' || kind === 'found'

/** What a write needs besides its arguments. */
export type WritePorts = {
  /** The problem that left an earlier outcome unknown: only reads. `null` sends the write. */
  readonly lost: Problem | null
  /** Called when the write was sent and its outcome has to be read. */
  readonly onChecking: () => void
  /** Resolves after `ms`. */
  readonly wait?: (ms: number) => Promise<void>
}

/** One step of a write about `subject`, as a mutation takes it. */
export type WriteStep<Subject> = WritePorts & { readonly subject: Subject }

/** Reads again after passing faults: after a write the truth is worth waiting for. */
const readPatiently = async <Truth>(read: () => Promise<Truth>, wait: (ms: number) => Promise<void>) => {
  for (let failures = 0; ; failures += 1) {
    try {
      return await read()
    } catch (error) {
      if (!shouldRetry(failures, error)) throw error
      await wait(retryDelay(failures))
    }
  }
}

/** What came of the write itself: Bitbucket's confirmation, or the problem in its place. */
type Sent<Answer> =
  | { readonly isConfirmed: true; readonly answer: Answer }
  | { readonly isConfirmed: false; readonly problem: Problem; readonly meaning: WriteAnswer }

const outcomeOf = <Truth, Answer>(
  { isDone, isAsShown }: ConfirmedWrite<Truth, Answer>,
  truth: Truth | null,
  sent: Sent<Answer>,
): WriteOutcome<Truth, Answer> => {
  // A conflict is an answer: ours changed nothing, so what is there is the work of someone else.
  const isOurs = sent.isConfirmed || sent.meaning !== 'conflict'
  if (isOurs && isDone(truth)) {
    return sent.isConfirmed ? { kind: 'done', answer: sent.answer, truth } : { kind: 'found', truth }
  }
  const problem = sent.isConfirmed ? null : sent.problem
  if (isAsShown === null || isAsShown(truth)) return { kind: 'not-done', truth, problem }
  if (truth === null) return { kind: 'gone', mayBeOurs: isOurs }
  return sent.isConfirmed
    ? { kind: 'not-done', truth, problem }
    : { kind: 'changed', truth, mayBeOurs: isOurs }
}

/**
 * Makes sure that what was shown is still there, sends one write and no second one, and where its answer does not
 * settle it, reads the truth instead of guessing.
 *
 * @throws Problem when the reading before failed, or the write was refused: nothing took effect then.
 */
export const confirmedWrite = async <Truth, Answer>(
  write: ConfirmedWrite<Truth, Answer>,
  { lost, onChecking, wait = realWait }: WritePorts,
): Promise<WriteOutcome<Truth, Answer>> => {
  const meaningOf = ({ kind }: Problem): WriteAnswer => write.answers?.[kind] ?? problemTraits[kind].write
  const check = async (sent: Sent<Answer>): Promise<WriteOutcome<Truth, Answer>> => {
    let truth: Truth | null
    try {
      truth = await readPatiently(write.read, wait)
    } catch (error) {
      const problem = sent.isConfirmed ? problemOf(error) : sent.problem
      return { kind: 'unknown', problem, isConfirmed: sent.isConfirmed }
    }
    return outcomeOf(write, truth, sent)
  }
  if (lost !== null) return check({ isConfirmed: false, problem: lost, meaning: meaningOf(lost) })
  if (write.isAsShown !== null) {
    const truth = await write.read()
    if (!write.isAsShown(truth)) {
      return truth === null
        ? { kind: 'gone', mayBeOurs: false }
        : { kind: 'changed', truth, mayBeOurs: false }
    }
  }
  let sent: Sent<Answer>
  try {
    sent = { isConfirmed: true, answer: await write.send() }
  } catch (error) {
    const problem = problemOf(error)
    sent = { isConfirmed: false, problem, meaning: meaningOf(problem) }
    if (sent.meaning === 'refused') throw problem
  }
  if (sent.isConfirmed && !write.isReadBack) return { kind: 'done', answer: sent.answer, truth: null }
  onChecking()
  return check(sent)
}
