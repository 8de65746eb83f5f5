import * as v from 'valibot'
import type { FleetCheck } from '#contract/fleet-check.ts'
import { wireMirrorStatus } from '#contract/mirror-status.ts'
import { parseJson } from '#contract/parse-json.ts'
import { BoundedMap } from '#gateway/http/bounded-map.ts'
import { createConcurrencyLimit } from '#gateway/http/concurrency-limit.ts'
import { failureOfStatus } from './failure-of-status.ts'
import { type AskMirror, clockDifferenceOf, type MirrorReply } from './mirror-reply.ts'

/** What came of asking one address; the clock difference is the mirror's clock minus the gateway's. */
export type StatusCheck = Omit<FleetCheck, 'mirrorId'>

/** Asks the mirror at an address, or joins those who ask it already. It never throws. */
export type CheckStatus = (
  baseUrl: string | null,
  options: {
    /** An answer that was complete before this does not serve; epoch ms. */
    readonly notBefore: number
    readonly signal: AbortSignal
  },
) => Promise<StatusCheck>

type Question = {
  readonly answer: Promise<StatusCheck>
  /** When the answer was complete, epoch ms; `null` while the mirror is asked. */
  checkedAt: number | null
  /** Callers who still wait; without any, the question ends. */
  waiting: number
  readonly end: AbortController
}

/** Mirrors asked at once, over all callers: as many as a large fleet has, so that those that hang delay no other. */
const PLACES = { places: 128, queue: 2000, waitMs: 10_000 }

/** Questions to one host at once, whatever the number of mirrors with its name. */
const PER_HOST = { places: 4, queue: 500, waitMs: 10_000 }

/** Answers kept at once. */
const MAX_ANSWERS = 2000

const failed = (
  failure: Extract<FleetCheck['outcome'], { kind: 'failed' }>['failure'],
  status: number | null = null,
  detail: string | null = null,
): FleetCheck['outcome'] => ({ kind: 'failed', failure, status, detail })

/** What is known beside the outcome where the mirror was not reached. */
const NOTHING_SEEN = { clockDifferenceMs: null, certificateEnds: null } as const

/** The address of a mirror's own status; `null` where its address is none. */
const statusAddress = (baseUrl: string | null): URL | null => {
  if (baseUrl === null || !URL.canParse(baseUrl)) return null
  const address = new URL(baseUrl)
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/status`
  address.search = ''
  address.hash = ''
  return address
}

const outcomeOf = (reply: MirrorReply): FleetCheck['outcome'] => {
  if (reply.kind === 'failed') return failed(reply.failure, reply.status, reply.detail)
  const { status, body } = reply
  if (status === 404) return { kind: 'without-status', httpStatus: status }
  if (status >= 500 && status !== 503) return failed('failing', status)
  if (status !== 200) return failed(failureOfStatus(status, body), status)
  let json: unknown
  try {
    json = parseJson(body)
  } catch {
    return failed('unreadable', status)
  }
  const read = v.safeParse(wireMirrorStatus, json)
  return read.success
    ? { kind: 'answered', status: read.output }
    : { kind: 'without-status', httpStatus: status }
}

/**
 * Asks mirrors for their own status without any credential. What they answer is the same for everyone, so it is shared
 * between all callers.
 */
export const createStatusChecks = (options: {
  readonly askMirror: AskMirror
  /** Epoch ms. */
  readonly now: () => number
}): CheckStatus => {
  const { askMirror, now } = options
  const questions = new BoundedMap<string, Question>(MAX_ANSWERS)
  const places = createConcurrencyLimit(PLACES)
  const hosts = createConcurrencyLimit(PER_HOST)

  const ask = async (address: URL, signal: AbortSignal): Promise<StatusCheck> => {
    const startedAt = now()
    const done = (
      outcome: FleetCheck['outcome'],
      from: number,
      seen: Pick<StatusCheck, 'clockDifferenceMs' | 'certificateEnds'> = NOTHING_SEEN,
    ): StatusCheck => {
      const checkedAt = now()
      return { checkedAt, tookMs: checkedAt - from, ...seen, outcome }
    }
    const leaveHost = await hosts.enter(address.host, signal)
    if (leaveHost === null) return done(failed('busy'), startedAt)
    const leave = await places.enter('', signal)
    try {
      if (leave === null) return done(failed('busy'), startedAt)
      const askedAt = now()
      const reply = await askMirror(address, signal)
      return done(outcomeOf(reply), askedAt, {
        clockDifferenceMs: clockDifferenceOf(reply, now()),
        certificateEnds: reply.certificateEnds ?? null,
      })
    } finally {
      leave?.()
      leaveHost()
    }
  }

  const begin = (address: URL): Question => {
    const end = new AbortController()
    const question: Question = { answer: ask(address, end.signal), checkedAt: null, waiting: 0, end }
    questions.set(address.href, question)
    const settle = async () => {
      const { checkedAt, outcome } = await question.answer
      question.checkedAt = checkedAt
      // A mirror that was not asked gave no answer to be shared.
      if (outcome.kind === 'failed' && outcome.failure === 'busy') questions.delete(address.href)
    }
    // A failure of our own is that of its callers, and not kept.
    settle().catch(() => questions.delete(address.href))
    return question
  }

  const join = (question: Question, key: string, signal: AbortSignal): Promise<StatusCheck> => {
    question.waiting += 1
    const leave = () => {
      question.waiting -= 1
      if (question.waiting > 0 || question.checkedAt !== null) return
      if (questions.get(key) === question) questions.delete(key)
      question.end.abort()
    }
    signal.addEventListener('abort', leave, { once: true })
    const stop = () => signal.removeEventListener('abort', leave)
    question.answer.then(stop, stop)
    if (signal.aborted) leave()
    return question.answer
  }

  return (baseUrl, { notBefore, signal }) => {
    const address = statusAddress(baseUrl)
    if (address === null) {
      const outcome = failed('forbidden-address')
      return Promise.resolve({ checkedAt: now(), tookMs: 0, ...NOTHING_SEEN, outcome })
    }
    const known = questions.get(address.href)
    const serves = known && (known.checkedAt === null || known.checkedAt >= notBefore)
    return join(serves ? known : begin(address), address.href, signal)
  }
}
