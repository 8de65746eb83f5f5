import { cutText } from '#contract/cut-text.ts'
import * as v from 'valibot'
import { CLOCK_TOLERANCE_MS } from '#contract/clock-tolerance.ts'
import { operations } from '#contract/operations.ts'
import { parseJson } from '#contract/parse-json.ts'
import type { MirrorSource } from '#gateway/mirrors/read-mirrors.ts'
import { ConfigError } from '#gateway/ops/config-error.ts'
import { upstreamTrouble } from '#gateway/upstream/reach-upstream.ts'
import { connectionTrouble } from './connection-trouble.ts'
import { type Finding, note, ok, wrong } from './finding.ts'

/** A webhook by a clock further off is refused, in ms. */
const WEBHOOK_TOLERANCE_MS = 900_000

const { path, result } = operations.getApplicationProperties

const secondsText = (ms: number): string => `${Math.round(Math.abs(ms) / 1000)} s`

const clockFinding = (differenceMs: number): Finding => {
  if (Math.abs(differenceMs) <= CLOCK_TOLERANCE_MS) {
    return ok(`Clocks of Bitbucket and this machine agree (${secondsText(differenceMs)} apart).`)
  }
  const words = `Bitbucket's clock is ${secondsText(differenceMs)} ${differenceMs > 0 ? 'ahead of' : 'behind'} this machine's. Set both by NTP.`
  return Math.abs(differenceMs) > WEBHOOK_TOLERANCE_MS ? wrong(words) : note(words)
}

const notBitbucket = (upstream: string): Finding =>
  wrong(`What answers at ${upstream} is not Bitbucket. Check BITBUCKET_URL and the proxies in front of it.`)

/** Whether Bitbucket answers, its version, and how far the clocks are apart. The first finding is about whether it answers. */
export const checkBitbucket = async ({
  upstream,
  fetchUpstream,
  now,
}: MirrorSource): Promise<readonly [Finding, ...Finding[]]> => {
  const askedAt = now()
  try {
    const answer = await fetchUpstream(new Request(upstream + path))
    const answeredAt = now()
    if (!answer.ok) {
      const trouble = await upstreamTrouble(fetchUpstream, upstream)
      return [wrong(trouble ?? `Bitbucket answered ${answer.status} once, and then well. Check its health.`)]
    }
    const read = v.safeParse(result, parseJson(await answer.text()))
    if (!read.success) {
      return [notBitbucket(upstream)]
    }
    const reached = ok(`Bitbucket ${cutText(read.output.version, 40)} answers at ${upstream}.`)
    const date = Date.parse(answer.headers.get('date') ?? '')
    // It is cut to whole seconds.
    const differenceMs = date + 500 - (askedAt + answeredAt) / 2
    return [
      reached,
      Number.isNaN(date)
        ? note("Bitbucket's answer has no date, so the clocks could not be compared.")
        : clockFinding(differenceMs),
    ]
  } catch (error) {
    if (error instanceof ConfigError) return [wrong(error.message)]
    if (error instanceof SyntaxError) {
      return [notBitbucket(upstream)]
    }
    return [wrong(`Bitbucket does not answer at ${upstream}: ${connectionTrouble(error)}`)]
  }
}
