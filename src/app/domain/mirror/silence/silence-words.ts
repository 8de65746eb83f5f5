import { untilText } from './silence-times.ts'

/** That a mirror is silenced, and until when: of both moments (epoch ms) the first is the end. */
export const silenceWords = (until: number, now: number): string => `Silenced until ${untilText(until, now)}`
