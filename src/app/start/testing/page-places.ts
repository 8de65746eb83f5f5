/** A page of the console, and the one question whose answer it lives by. */
export type PagePlace = {
  readonly name: string
  readonly path: string
  /** What is broken, as `METHOD /path` at Bitbucket. */
  readonly question: RegExp
  /** What a person reads there when all is well. */
  readonly data: string | RegExp
  /** What only a server can say: not one of these words may stand there while it has said nothing. */
  readonly unsaid: RegExp
  /** The page's own words in place of the general ones, by the general title. */
  readonly words?: Readonly<Record<string, string>>
  /** The same for single faults that mean something else there; `null` where they are no fault. */
  readonly faults?: Readonly<Record<string, string | null>>
}

const MIRRORS = /^GET \/rest\/mirroring\/latest\/mirrorServers\?/
const DUBLIN = '/mirrors/CD0E-1051-6498-1A8C'

/** Pages of the seed `calm` and what they read. */
export const PAGE_PLACES: readonly PagePlace[] = [
  {
    name: 'mirrors',
    path: '/mirrors',
    question: MIRRORS,
    data: '4 mirrors loaded.',
    unsaid: /healthy|loaded|no mirror server|no match/i,
    words: { 'You are not permitted to see this': 'You are not permitted to see mirror servers' },
  },
  {
    name: 'mirror',
    path: DUBLIN,
    question: /^GET \/rest\/mirroring\/latest\/mirrorServers\/CD0E/,
    data: 'http://dublin.mirrors.test',
    unsaid: /healthy|there is no mirror|removed/i,
    words: { 'You are not permitted to see this': 'You are not permitted to see this mirror server' },
  },
  {
    name: 'overview',
    path: '/',
    question: MIRRORS,
    data: /all 4 mirrors are healthy/i,
    unsaid: /healthy|no problem|needs? attention|there is no mirror/i,
    // It offers what one may do instead, and shows no problem.
    faults: { 'does not permit (401)': null },
  },
  {
    name: 'requests',
    path: '/requests',
    question: /^GET \/rest\/mirroring\/latest\/requests\?/,
    data: 'Sydney',
    unsaid: /no .*requests? |loaded|nothing waits/i,
    words: { 'You are not permitted to see this': 'You are not permitted to see mirroring requests' },
  },
  {
    name: 'request',
    path: '/requests/6',
    question: /^GET \/rest\/mirroring\/latest\/requests\/6/,
    data: 'http://sydney.mirrors.test',
    unsaid: /there is no request|accepted|rejected|no warnings/i,
    words: {
      'You are not permitted to see this': 'You are not permitted to see mirroring requests',
    },
    // 409 is what Bitbucket documents for a request that does not exist.
    faults: { 'has no licence': null },
  },
  {
    name: 'repositories',
    path: '/repositories',
    question: /^GET \/rest\/(?:mirroring\/latest\/repos|api\/latest\/repos)\?/,
    data: '30 repositories loaded.',
    unsaid: /loaded|no repositor|no match/i,
    // It offers what the search finds instead.
    faults: { 'does not permit (401)': null },
  },
  {
    name: 'repository',
    path: '/repositories/11',
    question: /^GET \/rest\/mirroring\/latest\/repos\/11/,
    data: 'ledger',
    unsaid: /there is no repository|not mirrored|available on|served by/i,
    words: {
      'You are not permitted to see this': 'You are not permitted to see this repository',
      'Mirroring is not available for this':
        'Mirroring is not available: this Bitbucket has no Data Center licence',
    },
  },
  {
    name: 'project',
    path: '/projects/1',
    question: /^GET \/rest\/mirroring\/latest\/projects\/1/,
    data: 'PAY',
    unsaid: /there is no project|no repositor/i,
    words: { 'You are not permitted to see this': 'You are not permitted to see this project' },
  },
  {
    name: 'preferred mirror',
    path: '/preferred-mirror',
    question: /^GET \/rest\/mirroring\/latest\/account/,
    data: 'You have no preferred mirror.',
    unsaid: /you have no preferred|is your preferred/i,
    words: {
      '*': 'Your preferred mirror could not be read',
      'You are not permitted to see this': 'You are not permitted to see a preferred mirror',
    },
  },
  {
    name: 'coverage',
    path: '/coverage',
    question: MIRRORS,
    data: 'Payments',
    unsaid: /sole cop|nowhere|is empty|no mirror|healthy/i,
    words: { 'You are not permitted to see this': 'You are not permitted to see mirrors or repositories' },
  },
  {
    name: 'upstream',
    path: '/upstream',
    question: /^GET \/rest\/mirroring\/latest\/analyticsSettings/,
    data: /No difference to this browser/,
    unsaid: /no difference|ahead|behind|may collect/i,
    words: {
      'You are not permitted to see this':
        "You are not permitted to see Bitbucket's clock and analytics settings",
    },
  },
]
