import type { MirrorReply } from '#gateway/mirrors/mirror-reply.ts'
import type { AnswerFault } from './answer-faults.ts'

/** What a mirror answers in place of itself; `ask` gets its true answer. */
export type MirrorFault = (link: URL, ask: () => Promise<MirrorReply>) => Promise<MirrorReply>

/** What is broken just now between browser, console, Bitbucket and mirrors. A test changes it at any moment. */
export type FaultSwitch = {
  /** Between the gateway and Bitbucket. */
  readonly upstream: AnswerFault
  /** Between the browser and the gateway. */
  readonly front: AnswerFault
  /** Between the gateway and the mirrors. */
  readonly mirror: (
    link: URL,
    ask: () => Promise<MirrorReply>,
    signal: AbortSignal | undefined,
  ) => Promise<MirrorReply>
  /** How far the clocks of Bitbucket, gateway and mirrors are ahead of the browser's, in ms. */
  readonly clockMs: () => number
  /** From now on, questions whose `METHOD /path` fits are answered by this fault; later ones come first. */
  readonly breakUpstream: (question: RegExp, fault: AnswerFault) => void
  /** The same for what the browser asks. */
  readonly breakFront: (question: RegExp, fault: AnswerFault) => void
  /** The same for mirrors, by host and path: `paris.mirrors.test/status`. */
  readonly breakMirror: (question: RegExp, fault: MirrorFault) => void
  readonly setClock: (aheadMs: number) => void
  /** Everything works again. */
  readonly mend: () => void
}

type Rule<Fault> = { readonly question: RegExp; readonly fault: Fault }

const questionOf = ({ method, url }: Request): string => {
  const { pathname, search } = new URL(url)
  return `${method} ${pathname}${search}`
}

const by =
  (rules: readonly Rule<AnswerFault>[]): AnswerFault =>
  (request, ask) => {
    const rule = rules.find(({ question }) => question.test(questionOf(request)))
    return rule === undefined ? ask() : rule.fault(request, ask)
  }

const GIVEN_UP: MirrorReply = { kind: 'failed', failure: 'timed-out', status: null, date: null, detail: null }

/** Ends with the asker, as a socket does. */
const until = (signal: AbortSignal | undefined, reply: Promise<MirrorReply>): Promise<MirrorReply> =>
  signal === undefined
    ? reply
    : Promise.race([
        reply,
        new Promise<MirrorReply>((resolve) => {
          signal.addEventListener('abort', () => resolve(GIVEN_UP), { once: true })
        }),
      ])

/** A switch that breaks nothing yet. */
export const createFaultSwitch = (): FaultSwitch => {
  const upstream: Rule<AnswerFault>[] = []
  const front: Rule<AnswerFault>[] = []
  const mirrors: Rule<MirrorFault>[] = []
  let clockMs = 0
  return {
    upstream: by(upstream),
    front: by(front),
    mirror: (link, ask, signal) => {
      const rule = mirrors.find(({ question }) => question.test(link.host + link.pathname))
      return rule === undefined ? ask() : until(signal, rule.fault(link, ask))
    },
    clockMs: () => clockMs,
    breakUpstream: (question, fault) => void upstream.unshift({ question, fault }),
    breakFront: (question, fault) => void front.unshift({ question, fault }),
    breakMirror: (question, fault) => void mirrors.unshift({ question, fault }),
    setClock: (aheadMs) => {
      clockMs = aheadMs
    },
    mend: () => {
      upstream.length = 0
      front.length = 0
      mirrors.length = 0
      clockMs = 0
    },
  }
}
