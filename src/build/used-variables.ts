type Variables = Readonly<Record<string, string>>

const NAME = /var\((--[\w-]+)/g

const namesIn = (text: string): readonly string[] => [...text.matchAll(NAME)].map(([, name = '']) => name)

/**
 * The names of the variables that `texts` use, and of those that these are made of.
 *
 * @param texts style sheets and markup.
 */
export const usedVariables = (variables: Variables, texts: readonly string[]): ReadonlySet<string> => {
  const used = new Set<string>()
  const waiting = texts.flatMap(namesIn)
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const value = variables[name]
    if (value === undefined || used.has(name)) continue
    used.add(name)
    waiting.push(...namesIn(value))
  }
  return used
}
