/** One thing that `--check` looked at. */
export type Finding = {
  /** `Note` is for what works but may not be what was meant, and for what could not be checked. */
  readonly verdict: 'OK' | 'Wrong' | 'Note'
  /** Plain sentences: what is so, and where it is wrong, what to do. No secret. */
  readonly text: string
}

export const ok = (text: string): Finding => ({ verdict: 'OK', text })
export const wrong = (text: string): Finding => ({ verdict: 'Wrong', text })
export const note = (text: string): Finding => ({ verdict: 'Note', text })

/** A finding as one line. What others wrote must not move a terminal's cursor. */
export const lineOfFinding = ({ verdict, text }: Finding): string =>
  `${verdict}: ${text.replaceAll(/[^\x20-\x7e]/g, '?')}`
