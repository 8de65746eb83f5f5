import { calmCatalogue } from './calm-catalogue.ts'
import { CALM_LIVES } from './calm-lives.ts'
import { makeMirror, mirrorIdOf } from './make-mirror.ts'
import { makeRequest } from './make-request.ts'
import type { Seed, SeedSetting } from './seed.ts'

/** Four healthy mirrors, three requests that wait and a little history: a good day. */
export const calmSeed = (setting: SeedSetting): Seed => ({
  mirrors: [
    makeMirror(setting, 'dublin', 'Dublin', { mirrorType: 'FARM' }),
    makeMirror(setting, 'virginia', 'Virginia'),
    makeMirror(setting, 'mumbai', 'Mumbai', { mirrorType: 'FARM', productVersion: '8.14.1' }),
    makeMirror(setting, 'build-farm', 'Build farm', {
      productVersion: '7.21.18',
      projects: ['PAY', 'PLAT'],
    }),
  ],
  requests: () => [
    makeRequest(setting, 1, 'dublin', 'Dublin', { state: 'ACCEPTED', mirrorType: 'FARM' }),
    makeRequest(setting, 2, 'virginia', 'Virginia', { state: 'ACCEPTED' }),
    makeRequest(setting, 3, 'test-box', 'Test box', { state: 'REJECTED', productVersion: '7.6.0' }),
    makeRequest(setting, 4, 'mumbai', 'Mumbai', { state: 'ACCEPTED', mirrorType: 'FARM' }),
    makeRequest(setting, 5, 'build-farm', 'Build farm', { state: 'ACCEPTED', productVersion: '7.21.18' }),
    makeRequest(setting, 6, 'sydney', 'Sydney', { mirrorType: 'FARM' }),
    makeRequest(setting, 7, 'sao-paulo', 'São Paulo'),
    makeRequest(setting, 8, 'lab', 'Lab', { state: 'REJECTED' }),
    makeRequest(setting, 9, 'toronto', 'Toronto', { productVersion: '8.9.2' }),
  ],
  catalogue: calmCatalogue(),
  preferences: { jcitizen: mirrorIdOf('dublin') },
  lives: CALM_LIVES,
})
