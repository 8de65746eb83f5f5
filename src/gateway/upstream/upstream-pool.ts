import { Pool } from 'undici'
import { trustedAuthorities } from './trusted-authorities.ts'

/** How long to wait, in ms. */
export type UpstreamTimeouts = {
  /** For a connection. */
  readonly connectMs: number
  /** For the first byte, and between bytes. */
  readonly answerMs: number
  /** For an answer in all, also while bytes still arrive or are read slowly. */
  readonly totalMs: number
}

/**
 * The console shows after 30 s that Bitbucket did not answer; to connect takes less than a third of that. In two
 * minutes a phone reads the largest page.
 */
export const UPSTREAM_TIMEOUTS: UpstreamTimeouts = { connectMs: 10_000, answerMs: 30_000, totalMs: 120_000 }

/** Connections kept to the upstream: more would only queue in Bitbucket, whose own pool has about as many threads. */
export const MAX_CONNECTIONS = 64

/** Largest headers of an answer in bytes. */
const MAX_HEADERS = 32_768

/** Connections to the one upstream, its certificate always checked. */
export const createUpstreamPool = (
  origin: string,
  certificates: string | null,
  timeouts: UpstreamTimeouts = UPSTREAM_TIMEOUTS,
  connections = MAX_CONNECTIONS,
): Pool => {
  const authorities = trustedAuthorities(certificates)
  return new Pool(origin, {
    connections,
    // One answer at a time on a connection: a wrong length must not be read as part of another user's answer.
    pipelining: 1,
    allowH2: false,
    maxHeaderSize: MAX_HEADERS,
    headersTimeout: timeouts.answerMs,
    bodyTimeout: timeouts.answerMs,
    connectTimeout: timeouts.connectMs,
    connect: { timeout: timeouts.connectMs, ...(authorities === undefined ? {} : { ca: authorities }) },
  })
}
