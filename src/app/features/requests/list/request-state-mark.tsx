import { StateMark } from '#app/ui/page/state-mark.tsx'
import { requestStateWords } from './request-state-words.ts'

/** A request's state as icon and word. */
export const RequestStateMark = ({ state }: { state: string }) => {
  const { tone, word } = requestStateWords(state)
  return <StateMark tone={tone}>{word}</StateMark>
}
