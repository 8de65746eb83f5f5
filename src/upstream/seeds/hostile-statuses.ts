import { rawInteger } from '#upstream/json-text.ts'
import { HOSTILE_NAMES } from './hostile-texts.ts'

/** Arrays in arrays, so many that reading them by recursion is dangerous. */
const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)])

const synchronized = {
  state: 'SYNCHRONIZED',
  memberCount: '3',
  discovering: false,
  syncedRepos: 2,
  totalRepos: 2,
}

/** What mirrors say of themselves to deceive people and programs, by the key of their name. */
export const hostileStatuses = (): Readonly<
  Partial<Record<keyof typeof HOSTILE_NAMES, Readonly<Record<string, unknown>>>>
> => ({
  long: { ...synchronized, state: 'X'.repeat(10_000) },
  bidi: { ...synchronized, state: `DEGRADED${HOSTILE_NAMES.bidi}${HOSTILE_NAMES['zero-width']}` },
  markup: { ...synchronized, state: HOSTILE_NAMES.markup },
  blank: { ...synchronized, state: HOSTILE_NAMES.blank },
  'look-alike': {
    state: 'SYNCHRONIZED',
    memberCount: ['3'],
    discovering: 'no',
    syncedRepos: {},
    totalRepos: true,
  },
  'zero-width': { ...synchronized, memberCount: '-3', syncedRepos: -2, totalRepos: -1 },
  'right-to-left': { ...synchronized, syncedRepos: rawInteger('9007199254740993'), totalRepos: 1e300 },
  formula: { ...synchronized, syncedRepos: 9, totalRepos: 3 },
  combining: { ...synchronized, nodes: nested(150) },
})
