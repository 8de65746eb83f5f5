/**
 * What a path may contain. `encodeURIComponent('..')` is `..`, so encoding alone lets an id change an API path;
 * mirror ids seen in practice are UUIDs, `B0F5-CS21-…` groups and integers.
 */
const SAFE_ID = /^[A-Za-z0-9_-]{1,128}$/

/** An id that a path cannot contain. Such an entry is shown, but no action on it is possible. */
export class UnsafeIdError extends Error {
  override readonly name = 'UnsafeIdError'
  readonly parameter: string

  constructor(parameter: string) {
    super(`The id given for "${parameter}" has characters that an address cannot contain.`)
    this.parameter = parameter
  }
}

/** Whether an id may become part of a path. */
export const isSafeId = (id: string): boolean => SAFE_ID.test(id)

/** The names in braces of a path template, as a union. */
export type PathParameter<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never

/** The values a path template asks for. */
export type PathParameters<Path extends string> = { readonly [Name in PathParameter<Path>]: string }

/**
 * Fills a path template. This is the only way an id gets into a path.
 *
 * @throws UnsafeIdError when a value is missing or is not `[A-Za-z0-9_-]{1,128}`.
 */
export const buildPath = <Path extends string>(template: Path, parameters: PathParameters<Path>): string => {
  const values: Readonly<Record<string, string | undefined>> = parameters
  return template.replace(/\{([^}]+)\}/g, (_match, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined || !isSafeId(value)) throw new UnsafeIdError(name)
    return value
  })
}

/**
 * Reads a received path against a template: the ids by name, or `null` where it does not fit. Nothing is decoded:
 * a path with an escape is not canonical and does not fit.
 */
export const matchPath = (template: string, path: string): Readonly<Record<string, string>> | null => {
  const expected = template.split('/')
  const received = path.split('/')
  if (expected.length !== received.length) return null
  const ids: Record<string, string> = {}
  for (const [index, part] of expected.entries()) {
    const got = received[index] ?? ''
    if (!part.startsWith('{')) {
      if (part !== got) return null
    } else if (isSafeId(got)) ids[part.slice(1, -1)] = got
    else return null
  }
  return ids
}
