/** How the answers of one version of Bitbucket differ from those of 8.16, as data. */
export type SchemaDrift = {
  /** What it says its version is. */
  readonly version: string
  /** Fields that it does not send. */
  readonly dropped: readonly string[]
  /** Fields that it sends and nobody has seen before, in every object. */
  readonly added: Readonly<Record<string, unknown>>
  /** Words that it writes in another way, by field. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Fields whose numbers it writes as text. */
  readonly asText: readonly string[]
  /** Fields whose epoch ms it writes as a date. */
  readonly asDate: readonly string[]
  /** What stands in an error beside its message. */
  readonly error: Readonly<Record<string, unknown>> | null
}

const NONE: SchemaDrift = {
  version: '8.16.2',
  dropped: [],
  added: {},
  words: {},
  asText: [],
  asDate: [],
  error: null,
}

/**
 * Versions of Bitbucket. 8.16 and 9.4 follow the vendor's documents; that repositories had no `archived` before 8.0 is
 * known of clients; the two of tomorrow are made up, from what has changed between versions before.
 */
export const SCHEMA_DRIFTS = {
  '7.21': {
    ...NONE,
    version: '7.21.18',
    dropped: ['archived', 'statusMessage'],
    added: { hierarchyId: 'a1b2' },
  },
  '8.16': NONE,
  '9.4': {
    ...NONE,
    version: '9.4.1',
    dropped: ['productType', 'addonDescriptorUri'],
    asDate: ['lastSeenDate'],
  },
  tomorrow: {
    ...NONE,
    version: '11.0.0-rc1',
    dropped: ['productType', 'addonDescriptorUri', 'productVersion', 'canCollectAnalytics'],
    added: { _links: { self: { href: 'https://x.invalid' } }, schema: 3, tags: [null] },
    words: {
      mirrorType: { SINGLE: 'REPLICA', FARM: 'REPLICA_SET' },
      type: { NORMAL: 'TEAM' },
    },
    asText: ['id', 'repositoryId', 'serverTime'],
    asDate: ['lastSeenDate'],
    error: { code: 'E-17', type: 'about:blank' },
  },
  'the day after': {
    ...NONE,
    version: 'Jupiter (2031)',
    dropped: ['enabled', 'lastSeenDate', 'serverTime', 'limit', 'size', 'properties', 'slug'],
    added: { __proto: 1, constructor_: null },
    words: { state: { AVAILABLE: 'ONLINE', ACCEPTED: 'APPROVED' }, mirrorType: { SINGLE: 'REPLICA' } },
    asText: ['id'],
    error: { detail: 'none' },
  },
} as const satisfies Record<string, SchemaDrift>

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const drifted = (value: unknown, drift: SchemaDrift): unknown => {
  if (Array.isArray(value)) return value.map((item) => drifted(item, drift))
  if (!isRecord(value)) return value
  const fields = Object.entries(value).flatMap(([field, item]): readonly (readonly [string, unknown])[] => {
    if (drift.dropped.includes(field)) return []
    if (typeof item === 'string') return [[field, drift.words[field]?.[item] ?? item]]
    if (typeof item !== 'number') return [[field, drifted(item, drift)]]
    if (drift.asText.includes(field)) return [[field, String(item)]]
    return [[field, drift.asDate.includes(field) ? new Date(item).toISOString() : item]]
  })
  return { ...drift.added, ...Object.fromEntries(fields) }
}

const ofErrors = (errors: readonly unknown[], drift: SchemaDrift): readonly unknown[] =>
  drift.error === null
    ? errors
    : errors.map((error) => ({ ...drift.error, message: isRecord(error) ? error['message'] : null }))

/** The answer as this version would write it. */
export const driftedAnswer = async (answer: Response, drift: SchemaDrift): Promise<Response> => {
  const text = await answer.text()
  const head = { status: answer.status, headers: answer.headers }
  if (text === '' || !(answer.headers.get('content-type') ?? '').includes('json')) {
    return new Response(text === '' ? null : text, head)
  }
  const body: unknown = JSON.parse(text)
  if (isRecord(body) && Array.isArray(body['errors'])) {
    return new Response(JSON.stringify({ errors: ofErrors(body['errors'], drift) }), head)
  }
  const written = drifted(body, drift)
  const isAboutItself = isRecord(written) && 'displayName' in written && 'version' in written
  return new Response(JSON.stringify(isAboutItself ? { ...written, version: drift.version } : written), head)
}
