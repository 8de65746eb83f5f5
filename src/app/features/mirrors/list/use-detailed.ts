import { storedChoice } from '#app/browser/stored-choice.ts'

/** Stored per browser, like the density of tables. */
const density = storedChoice('mirrors-density', ['compact', 'detailed'])

/** Whether the list of mirrors is detailed, as this browser remembers it. */
export const useDetailed = (): readonly [boolean, (isDetailed: boolean) => void] => [
  density.use() === 'detailed',
  (isDetailed) => density.set(isDetailed ? 'detailed' : 'compact'),
]
