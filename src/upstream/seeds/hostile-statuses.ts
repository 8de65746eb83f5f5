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

/** What mirrors say of themselves to deceive people and programs, by their key. */
export const hostileStatuses = (): Readonly<Record<string, Readonly<Record<string, unknown>>>> => ({
  'long-state': { ...synchronized, state: 'X'.repeat(10_000) },
  'hidden-state': { ...synchronized, state: `DEGRADED${HOSTILE_NAMES.bidi}${HOSTILE_NAMES['zero-width']}` },
  'markup-state': { ...synchronized, state: HOSTILE_NAMES.markup },
  'blank-state': { ...synchronized, state: HOSTILE_NAMES.blank },
  'wrong-types': {
    state: 'SYNCHRONIZED',
    memberCount: ['3'],
    discovering: 'no',
    syncedRepos: {},
    totalRepos: true,
  },
  negative: { ...synchronized, memberCount: '-3', syncedRepos: -2, totalRepos: -1 },
  huge: { ...synchronized, syncedRepos: rawInteger('9007199254740993'), totalRepos: 1e300 },
  'total-below': { ...synchronized, syncedRepos: 9, totalRepos: 3 },
  deep: { ...synchronized, nodes: nested(150) },
})
