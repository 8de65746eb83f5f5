import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import { hostileCatalogue } from './hostile-catalogue.ts'
import { hostileMirrorFields, hostileRequestFields } from './hostile-rows.ts'
import { hostileStatuses } from './hostile-statuses.ts'
import { HOSTILE_ADDRESSES, HOSTILE_NAMES, HOSTILE_PANEL } from './hostile-texts.ts'
import { makeMirror, mirrorIdOf } from './make-mirror.ts'
import { makeRequest } from './make-request.ts'
import type { Seed, SeedSetting } from './seed.ts'

const ownStatuses: ReadonlyMap<string, Partial<MirrorRecord>> = new Map(
  Object.entries(hostileStatuses()).map(([key, ownStatus]) => [key, { ownStatus }]),
)

const mirrorsOf = (setting: SeedSetting): readonly MirrorRecord[] => [
  makeMirror(setting, 'dublin', 'Dublin', { panel: HOSTILE_PANEL }),
  makeMirror(setting, 'virginia', 'Virginia', { behaviour: 'hostile-addresses' }),
  makeMirror(setting, 'inward', 'Inward', { behaviour: 'redirects-inside' }),
  ...Object.entries(HOSTILE_NAMES).map(([key, name]) =>
    makeMirror(setting, `name-${key}`, name, { panel: HOSTILE_PANEL, ...ownStatuses.get(key) }),
  ),
  ...Object.entries(HOSTILE_ADDRESSES).map(([key, baseUrl]) =>
    makeMirror(setting, `address-${key}`, `Address ${key}`, { baseUrl }),
  ),
  ...Object.entries(hostileMirrorFields()).map(([key, wire]) =>
    makeMirror(setting, `row-${key}`, `Row ${key}`, {
      wire,
      ...(typeof wire['id'] === 'string' ? { id: wire['id'] } : {}),
    }),
  ),
  makeMirror(setting, 'twin', 'Twin', { id: mirrorIdOf('dublin') }),
]

/** Everything that a mirror, or a sender that claims to be one, could send to deceive people and programs. */
export const hostileSeed = (setting: SeedSetting): Seed => ({
  mirrors: mirrorsOf(setting),
  requests: () => [
    makeRequest(setting, 1, 'dublin', 'Dublin', { state: 'ACCEPTED' }),
    ...Object.entries(HOSTILE_NAMES).map(([key, name], index) =>
      makeRequest(setting, 100 + index, `name-${key}`, name),
    ),
    ...Object.entries(HOSTILE_ADDRESSES).map(([key, mirrorBaseUrl], index) =>
      makeRequest(setting, 200 + index, `address-${key}`, `Address ${key}`, { mirrorBaseUrl }),
    ),
    ...Object.entries(hostileRequestFields()).map(([key, wire], index) =>
      makeRequest(setting, 300 + index, `row-${key}`, `Row ${key}`, { wire }),
    ),
    // The same id as a mirror that was accepted long ago, from another address.
    makeRequest(setting, 400, 'impostor', 'Dublin', { mirrorId: mirrorIdOf('dublin') }),
    makeRequest(setting, 401, 'descriptor', 'Descriptor', { addonDescriptorUri: HOSTILE_ADDRESSES.script }),
    makeRequest(setting, 401, 'same-number', 'Same number'),
  ],
  catalogue: hostileCatalogue(),
  preferences: { jcitizen: mirrorIdOf('dublin') },
})
