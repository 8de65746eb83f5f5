const earlyAnswers = (): Map<unknown, unknown> | null => {
  const answers: unknown = Reflect.get(globalThis, 'mirrorConsoleEarly')
  return answers instanceof Map ? answers : null
}

/**
 * The answer to a question that the document's first script asked before this code had arrived, if it did. Each is
 * given once, so that every later question is really asked.
 */
export const takeEarlyAnswer = (target: string): Promise<Response> | null => {
  const answers = earlyAnswers()
  const answer = answers?.get(target)
  answers?.delete(target)
  return answer instanceof Promise ? answer : null
}

/** Drops what nobody has taken, since by then it could be old. */
export const dropEarlyAnswers = (): void => earlyAnswers()?.clear()
