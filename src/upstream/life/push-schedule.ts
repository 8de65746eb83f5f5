import { stableNumber } from '#upstream/stable-number.ts'

const FIRST_MS = 5_000
const EVERY_MS = 6_000
const SPREAD_MS = 3_000

/** When the push with this number (from 0) happens, in ms since the start: one about every 6 s, in order. */
export const pushTime = (number: number): number =>
  FIRST_MS + number * EVERY_MS + (stableNumber(`push ${number}`) % SPREAD_MS)

/** How many pushes there have been `sinceMs` after the start. */
export const pushesBy = (sinceMs: number): number => {
  if (sinceMs < FIRST_MS) return 0
  const number = Math.floor((sinceMs - FIRST_MS) / EVERY_MS)
  return pushTime(number) <= sinceMs ? number + 1 : number
}

/** By how many places the order of a round is turned, so that no repository has a fixed interval. */
const turnOf = (round: number, size: number): number => stableNumber(`round ${round}`) % size

/** Which of `size` repositories a push goes to: each gets one in every round of `size` pushes. */
export const placeOfPush = (number: number, size: number): number =>
  ((number % size) + turnOf(Math.floor(number / size), size)) % size

/** The number of the push that is the `turn`-th (from 0) of the repository at `place`. */
export const numberOfPush = (place: number, turn: number, size: number): number =>
  turn * size + ((place - turnOf(turn, size) + size) % size)

/** How many of the first `count` pushes went to the repository at `place`. */
export const pushesTo = (place: number, size: number, count: number): number => {
  const round = Math.floor(count / size)
  return numberOfPush(place, round, size) < count ? round + 1 : round
}
