import { rawInteger } from '#upstream/json-text.ts'

/** Fields of which one is named `__proto__`, as only a parser can make it. */
const prototypeFields: Readonly<Record<string, unknown>> = JSON.parse(
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{}},"id":"__proto__","name":"__proto__"}',
)

/**
 * What replaces the fields of a mirror's row, by the row's key: other types, other sizes, other ids than any
 * document allows. `{}` would be a correct row.
 */
export const hostileMirrorFields = (): Readonly<Record<string, Readonly<Record<string, unknown>>>> => ({
  'wrong-types': { name: { text: 'Name' }, enabled: 'yes', baseUrl: 7, lastSeenDate: [], mirrorType: null },
  'no-name': { name: null },
  'million-characters': { name: 'x'.repeat(1_000_000) },
  'dotted-id': { id: '..' },
  'slashed-id': { id: '../../admin?x=1#' },
  'empty-id': { id: '' },
  prototype: prototypeFields,
  'unknown-words': {
    mirrorType: 'GALAXY',
    productType: 'Coffee machine',
    productVersion: '999.0.0-SNAPSHOT',
  },
  'far-future': { lastSeenDate: 8_640_000_000_000_000 },
  'beyond-dates': { lastSeenDate: 9e15 },
  'no-date': { lastSeenDate: 'the day before yesterday' },
  epoch: { lastSeenDate: 0 },
  'text-date': { lastSeenDate: '1453879734348' },
  nulls: {
    enabled: null,
    baseUrl: null,
    mirrorType: null,
    productType: null,
    productVersion: null,
    lastSeenDate: null,
  },
})

/** What replaces the fields of a request's row. */
export const hostileRequestFields = (): Readonly<Record<string, Readonly<Record<string, unknown>>>> => ({
  'wrong-types': { mirrorName: 7, state: false, mirrorId: [], mirrorBaseUrl: { href: 'x' } },
  'large-id': { id: rawInteger('9007199254740993') },
  'dotted-id': { id: '..' },
  'unknown-state': { state: 'ESCALATED', mirrorType: 'GALAXY' },
  'million-characters': { mirrorName: 'x'.repeat(1_000_000) },
  prototype: { mirrorName: '__proto__', mirrorId: '__proto__' },
  nulls: { mirrorId: null, mirrorBaseUrl: null, mirrorType: null, productVersion: null },
})

/** What replaces the fields of a repository's row. */
export const hostileRepositoryFields = (): Readonly<Record<string, Readonly<Record<string, unknown>>>> => ({
  'wrong-types': { name: ['x'], project: 'PRJ', state: 3 },
  'large-id': { id: rawInteger('9007199254740993') },
  'dotted-id': { id: '..' },
  'no-properties': { properties: null },
  'unknown-state': { state: 'HAUNTED', scmId: 'svn' },
  'null-project': { project: null },
})
