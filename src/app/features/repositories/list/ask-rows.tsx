import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { announce } from '#app/browser/announcements.ts'
import { problemText } from '#app/api/problem-text.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { numberText } from '#app/text/number-text.ts'
import classes from './repositories-page.module.css'
import { type RowsAsked, useAskRows } from './use-ask-rows.ts'

const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom >= 0 && top <= globalThis.innerHeight
}

/** The repositories whose cell of mirrors is on the screen. */
const idsInView = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-repository]')]
    .filter(isInView)
    .flatMap(({ dataset }) => dataset['repository'] ?? [])

const outcomeText = ({ asked, of, problem }: RowsAsked): string => {
  if (of === 0) return 'These mirrors were asked a moment ago'
  const count = `${numberText(asked)} of ${numberText(of)} questions asked`
  if (problem !== null) return `${count}: ${problemText[problem.kind].title}`
  // A mirror that cannot be asked several times in a row is asked no further.
  return asked < of ? `${count}, the rest was not asked` : count
}

const NONE: readonly never[] = []

/** Asks the mirrors about the repositories on the screen, on request. Progress is in the button, so that no row moves. */
export const AskRows = () => {
  const { data, error } = useQuery(mirrorsQuery)
  const { state, ask, stop } = useAskRows(data?.rows ?? NONE, (ended) => announce(outcomeText(ended)))
  const start = () => {
    const ids = idsInView()
    if (ids.length === 0) announce('No row with the column Mirrors is on the screen')
    else void ask(ids)
  }
  const progress = `${numberText(state.asked)}/${numberText(state.of)}`
  return (
    <Button
      variant="default"
      size="xs"
      className={classes.ask}
      disabled={data === undefined}
      title={data === undefined && error !== null ? 'The list of mirrors could not be read' : undefined}
      aria-label={state.isAsking ? `Stop ${progress} asked` : 'Ask mirrors about rows in view'}
      onClick={state.isAsking ? stop : start}
    >
      {state.isAsking ? `Stop ${progress}` : 'Ask mirrors'}
    </Button>
  )
}
