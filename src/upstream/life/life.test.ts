import { describe, expect, it } from 'vitest'
import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import { calmSeed } from '#upstream/seeds/calm-seed.ts'
import { crowdedCatalogue } from '#upstream/seeds/crowded-catalogue.ts'
import { mirrorIdOf } from '#upstream/seeds/make-mirror.ts'
import { START } from '#upstream/testing/in-memory.ts'
import type { Happening } from './happening.ts'
import { createLife, stillLife } from './life.ts'
import { LONGEST_FOLLOW_MS } from './mirror-life.ts'

const HOUR_MS = 3_600_000

const { catalogue, mirrors, lives } = calmSeed({
  origin: (key) => `http://${key}.mirrors.test:7993`,
  version: '8.16.2',
  startedAt: START,
})
const life = createLife(catalogue, lives ?? {}, START)

const mirrorOf = (key: string): MirrorRecord => {
  const mirror = mirrors.find(({ id }) => id === mirrorIdOf(key))
  if (mirror === undefined) throw new Error(`No mirror ${key}`)
  return mirror
}
const at = (key: string, sinceMs: number) => life.mirrorAt(mirrorOf(key), START + sinceMs)
const keyOf = ({ repository, push }: Happening) => `${repository.id} ${push}`
const everySecond = (hours: number) => Array.from({ length: hours * 3_600 }, (_, second) => second * 1_000)

/** When a mirror begins to behave as given, in seconds since the start. */
const beginnings = (key: string, behaviour: string, hours: number) =>
  everySecond(hours)
    .filter((ms) => at(key, ms).behaviour === behaviour && at(key, ms - 1_000).behaviour !== behaviour)
    .map((ms) => ms / 1_000)

describe('a mirror that lives', () => {
  it.each([
    ['virginia', 0, { behaviour: 'answers' }],
    ['virginia', 39_999, { behaviour: 'answers' }],
    ['virginia', 40_000, { behaviour: 'maintenance', silentSince: START + 40_000 }],
    ['virginia', 84_999, { behaviour: 'maintenance', silentSince: START + 40_000 }],
    ['virginia', 85_000, { behaviour: 'answers' }],
    ['mumbai', 59_999, { behaviour: 'answers' }],
    ['mumbai', 60_000, { behaviour: 'answers', syncedPart: 0.4 }],
    ['mumbai', 97_500, { behaviour: 'answers', syncedPart: 0.7 }],
    ['mumbai', 135_000, { behaviour: 'answers' }],
    ['build-farm', 89_999, { behaviour: 'answers' }],
    ['build-farm', 90_000, { behaviour: 'slow' }],
    ['build-farm', 130_000, { behaviour: 'answers' }],
    ['dublin', 40_000, { behaviour: 'answers' }],
  ])('%s after %i ms: %o', (key, sinceMs, changed) => {
    expect(at(key, sinceMs)).toEqual({ ...mirrorOf(key), ...changed })
  })

  it('goes away every two to three minutes, all day', () => {
    const away = beginnings('virginia', 'maintenance', 24)
    expect(away[0]).toBe(40)
    for (const [index, begin] of away.slice(1).entries()) {
      const gap = begin - (away[index] ?? 0)
      expect(gap).toBeGreaterThanOrEqual(120)
      expect(gap).toBeLessThanOrEqual(180)
    }
    expect(away.length).toBeGreaterThan(500)
  })

  it('is still there all day, when it is Dublin', () => {
    expect(everySecond(24).every((ms) => at('dublin', ms) === mirrorOf('dublin'))).toBe(true)
  })
})

describe('a push', () => {
  const hour = life.happenings(mirrors, START, START + HOUR_MS)
  const pushes = hour.filter(({ mirror }) => mirror === null)

  it('changes the content of its repository at its time, and nothing else', () => {
    for (const { repository, at: pushedAt } of pushes) {
      const before = life.repositoryAt(repository, pushedAt - 1)
      const after = life.repositoryAt(repository, pushedAt)
      expect(after.contentHash).not.toBe(before.contentHash)
      expect(after.contentHash).toMatch(/^[0-9a-f]{64}$/)
      expect({ ...after, contentHash: '' }).toEqual({ ...before, contentHash: '' })
    }
    expect(pushes.length).toBeGreaterThan(590)
  })

  it('never goes to what is archived, offline or not calculated yet', () => {
    const names = new Set(pushes.map(({ repository }) => repository.name))
    expect(names.size).toBe(24)
    expect(names).not.toContain('invoice-pdf')
    expect(names).not.toContain('crash-reports')
    expect(names).not.toContain('notebook-kit')
  })

  it('is followed by each mirror that has the project, once, after it and within three minutes', () => {
    for (const push of pushes.slice(0, 300)) {
      const followers = hour.filter((other) => other.mirror !== null && keyOf(other) === keyOf(push))
      const hasAll = push.repository.project?.key === 'PAY' || push.repository.project?.key === 'PLAT'
      expect(new Set(followers.map(({ mirror }) => mirror?.name)).size).toBe(hasAll ? 4 : 3)
      expect(followers).toHaveLength(hasAll ? 4 : 3)
      for (const { at: followedAt } of followers) {
        expect(followedAt).toBeGreaterThan(push.at)
        expect(followedAt).toBeLessThan(push.at + LONGEST_FOLLOW_MS)
      }
    }
  })

  it('is followed at its time and not before', () => {
    for (const { repository, mirror, at: followedAt } of hour) {
      if (mirror === null) continue
      expect(life.followedAt(mirror, repository, followedAt - 1) ?? 0).toBeLessThan(followedAt)
      expect(life.followedAt(mirror, repository, followedAt)).toBe(followedAt)
    }
  })

  it('is not followed by a mirror while that is away, but soon after its return', () => {
    const virginia = hour.filter(({ mirror }) => mirror?.name === 'Virginia')
    for (const { at: followedAt } of virginia) {
      expect(at('virginia', followedAt - START).behaviour).toBe('answers')
    }
    const afterItsReturn = virginia.map((follow) => follow.at - START - 85_000)
    expect(afterItsReturn.filter((ms) => ms >= 0 && ms < 10_000).length).toBeGreaterThan(5)
  })

  it('is followed late by the mirror that is far away', () => {
    const delays = pushes.map(({ repository, at: pushedAt, push }) => {
      const isIt = (other: Happening) =>
        other.mirror?.name === 'Mumbai' && other.repository === repository && other.push === push
      return (hour.find(isIt)?.at ?? Number.NaN) - pushedAt
    })
    const known = delays.filter((delay) => !Number.isNaN(delay))
    expect(Math.min(...known)).toBeGreaterThan(15_000)
    expect(Math.max(...known)).toBeLessThan(55_000)
  })

  it('happens in the same order, however often one asks', () => {
    const parts = Array.from({ length: 120 }, (_, part) =>
      life.happenings(mirrors, START + part * 5_000, START + (part + 1) * 5_000),
    )
    expect(parts.flat()).toEqual(life.happenings(mirrors, START, START + 600_000))
    expect(hour.map(({ at: time }) => time)).toEqual(
      hour.map(({ at: time }) => time).toSorted((a, b) => a - b),
    )
  })

  it('does not happen before the start, and is not told of mirrors that had to be cloned first', () => {
    expect(life.happenings(mirrors, START - HOUR_MS, START)).toEqual([])
    const late = { ...mirrorOf('dublin'), id: 'late', acceptedAt: START + 60_000 }
    const told = life.happenings([late], START, START + 120_000).filter(({ mirror }) => mirror !== null)
    expect(Math.min(...told.map(({ at: time }) => time))).toBeGreaterThan(late.acceptedAt + 5_000)
  })

  it.each([
    { enabled: false },
    { stuckAt: 'ERROR_AVAILABLE' },
    { silentSince: START },
    { behaviour: 'fails' },
  ] as const)('is not followed by a mirror that does not work: %o', (given) => {
    const broken = [{ ...mirrorOf('dublin'), ...given }]
    const told = life.happenings(broken, START, START + HOUR_MS)
    expect(told.every(({ mirror }) => mirror === null)).toBe(true)
  })

  it('goes to a repository of each of many projects in a large catalogue', () => {
    const crowded = createLife(crowdedCatalogue(), {}, START)
    const told = crowded.happenings([], START, START + 300_000)
    expect(new Set(told.map(({ repository }) => repository.project?.key)).size).toBe(24)
  })
})

describe('a still world', () => {
  it('has no pushes, and its mirrors and repositories stay as they are', () => {
    const repository = catalogue.repositories.at(0)
    const dublin = mirrorOf('virginia')
    if (repository === undefined) throw new Error('No repository')
    expect(stillLife.happenings(mirrors, START, START + HOUR_MS)).toEqual([])
    expect(stillLife.mirrorAt(dublin, START + 60_000)).toBe(dublin)
    expect(stillLife.repositoryAt(repository, START + HOUR_MS)).toBe(repository)
    expect(stillLife.followedAt(dublin, repository, START + HOUR_MS)).toBeNull()
  })
})
