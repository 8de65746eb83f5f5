import { storedChoice } from '#app/browser/stored-choice.ts'

/** It belongs to the browser, as the density of tables does. */
const look = storedChoice('mirrors-density', ['compact', 'detailed'])

/** Whether the list of mirrors is detailed, as this browser remembers it. */
export const useDetailed = (): readonly [boolean, (isDetailed: boolean) => void] => [
  look.use() === 'detailed',
  (isDetailed) => look.set(isDetailed ? 'detailed' : 'compact'),
]
