const RAW = 'raw-integer:'

/** An integer too large for a number, to be written without quotes by {@link jsonText}. */
export const rawInteger = (digits: string): string => `${RAW}${digits}`

/** The id under which a row is known: the one it is sent with, which in hostile rows is not its own. */
export const sentIdOf = (row: {
  readonly id: number
  readonly wire?: Readonly<Record<string, unknown>>
}): string => {
  const sent = row.wire?.['id']
  return typeof sent === 'string' ? sent.replace(RAW, '') : String(row.id)
}

/** JSON, with the integers of {@link rawInteger} as JSON numbers: ECMAScript itself would round them. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/"raw-integer:(\d+)"/g, '$1')
