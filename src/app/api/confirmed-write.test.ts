import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type ConfirmedWrite, confirmedWrite } from './confirmed-write.ts'
import { Problem, type ProblemKind } from './problem.ts'

type Truth = 'shown' | 'wanted' | 'other'
/** A truth, "gone" (`null`), or a problem of reading. */
type Reading = Truth | null | ProblemKind

const isTruth = (reading: Reading): reading is Truth | null =>
  reading === null || reading === 'shown' || reading === 'wanted' || reading === 'other'

/** A write whose answer, and whose readings one after the other, are given; the last reading answers all that follow. */
const worldOf = (answer: 'confirmed' | ProblemKind, readings: readonly Reading[]) => {
  const sent: string[] = []
  const reads: Reading[] = []
  const write: ConfirmedWrite<Truth, 'answer'> = {
    read: () => {
      const reading = readings[reads.length] ?? readings.at(-1) ?? null
      reads.push(reading)
      return isTruth(reading)
        ? Promise.resolve(reading)
        : Promise.reject(new Problem({ kind: reading, status: 500 }))
    },
    isAsShown: (truth) => truth === 'shown',
    isDone: (truth) => truth === 'wanted',
    isReadBack: true,
    send: () => {
      sent.push('write')
      return answer === 'confirmed'
        ? Promise.resolve('answer')
        : Promise.reject(new Problem({ kind: answer, status: 500 }))
    },
  }
  return { write, sent, reads }
}

const onChecking = vi.fn<() => void>()
const wait = vi.fn<(ms: number) => Promise<void>>(() => Promise.resolve())
const ports = { lost: null, onChecking, wait }

beforeEach(() => vi.clearAllMocks())

describe('a write whose answer is', () => {
  const lost = { kind: 'timeout' }
  const taken = { kind: 'conflict' }

  it.each([
    ['confirmed', 'wanted', { kind: 'done', answer: 'answer', truth: 'wanted' }],
    ['confirmed', 'shown', { kind: 'not-done', truth: 'shown', problem: null }],
    ['confirmed', null, { kind: 'gone', mayBeOurs: true }],
    ['confirmed', 'other', { kind: 'not-done', truth: 'other', problem: null }],
    [
      'confirmed',
      'not-permitted',
      { kind: 'unknown', problem: { kind: 'not-permitted' }, isConfirmed: true },
    ],
    ['timeout', 'wanted', { kind: 'found', truth: 'wanted' }],
    ['timeout', 'shown', { kind: 'not-done', truth: 'shown', problem: lost }],
    ['timeout', null, { kind: 'gone', mayBeOurs: true }],
    ['timeout', 'other', { kind: 'changed', truth: 'other', mayBeOurs: true }],
    ['timeout', 'not-permitted', { kind: 'unknown', problem: lost, isConfirmed: false }],
    ['conflict', 'wanted', { kind: 'changed', truth: 'wanted', mayBeOurs: false }],
    ['conflict', 'shown', { kind: 'not-done', truth: 'shown', problem: taken }],
    ['conflict', null, { kind: 'gone', mayBeOurs: false }],
    ['conflict', 'other', { kind: 'changed', truth: 'other', mayBeOurs: false }],
    ['conflict', 'not-permitted', { kind: 'unknown', problem: taken, isConfirmed: false }],
  ] as const)('%s, and then the truth is %s', async (answer, after, outcome) => {
    const { write, sent } = worldOf(answer, ['shown', after])
    expect(await confirmedWrite(write, ports)).toMatchObject(outcome)
    expect(sent).toHaveLength(1)
    expect(onChecking).toHaveBeenCalledOnce()
  })

  it.each(['wanted', 'shown', null, 'other', 'not-permitted'] as const)(
    'a refusal is thrown, whatever the truth would be (%s): it is not read',
    async (after) => {
      const { write, sent, reads } = worldOf('rate-limited', ['shown', after])
      await expect(confirmedWrite(write, ports)).rejects.toMatchObject({ kind: 'rate-limited' })
      expect(sent).toHaveLength(1)
      expect(reads).toEqual(['shown'])
      expect(onChecking).not.toHaveBeenCalled()
    },
  )
})

describe('before the write', () => {
  it.each([
    ['wanted', { kind: 'changed', truth: 'wanted', mayBeOurs: false }],
    ['other', { kind: 'changed', truth: 'other', mayBeOurs: false }],
    [null, { kind: 'gone', mayBeOurs: false }],
  ] as const)('a truth that is not what was shown (%s) sends nothing', async (before, outcome) => {
    const { write, sent } = worldOf('confirmed', [before])
    expect(await confirmedWrite(write, ports)).toEqual(outcome)
    expect(sent).toEqual([])
  })

  it('a truth that cannot be read sends nothing, and is not read a second time', async () => {
    const { write, sent, reads } = worldOf('confirmed', ['offline', 'shown'])
    await expect(confirmedWrite(write, ports)).rejects.toMatchObject({ kind: 'offline' })
    expect(sent).toEqual([])
    expect(reads).toEqual(['offline'])
  })

  it('nothing is read where the write does not depend on what was shown', async () => {
    const { write, reads } = worldOf('confirmed', ['wanted'])
    expect(await confirmedWrite({ ...write, isAsShown: null }, ports)).toMatchObject({ kind: 'done' })
    expect(reads).toEqual(['wanted'])
    const missing = worldOf('timeout', [null])
    expect(await confirmedWrite({ ...missing.write, isAsShown: null }, ports)).toMatchObject({
      kind: 'not-done',
      truth: null,
    })
  })
})

describe('after the write', () => {
  it('the truth is read over passing faults, with a wait before each', async () => {
    const { write, sent, reads } = worldOf('timeout', ['shown', 'unavailable', 'offline', 'wanted'])
    expect(await confirmedWrite(write, ports)).toMatchObject({ kind: 'found' })
    expect(reads).toHaveLength(4)
    expect(wait).toHaveBeenCalledTimes(2)
    expect(sent).toHaveLength(1)
  })

  it('a confirmation is enough where it is not read back', async () => {
    const { write, reads } = worldOf('confirmed', ['shown'])
    expect(await confirmedWrite({ ...write, isReadBack: false }, ports)).toEqual({
      kind: 'done',
      answer: 'answer',
      truth: null,
    })
    expect(reads).toHaveLength(1)
    expect(onChecking).not.toHaveBeenCalled()
  })

  it('a write may read a problem in its own way', async () => {
    const { write } = worldOf('conflict', ['shown', 'wanted'])
    expect(await confirmedWrite({ ...write, answers: { conflict: 'lost' } }, ports)).toMatchObject({
      kind: 'found',
    })
    const refusing = worldOf('conflict', ['shown', 'wanted'])
    await expect(
      confirmedWrite({ ...refusing.write, answers: { conflict: 'refused' } }, ports),
    ).rejects.toMatchObject({ kind: 'conflict' })
  })

  it.each([
    ['timeout', 'wanted', { kind: 'found' }],
    ['timeout', 'shown', { kind: 'not-done' }],
    ['conflict', 'wanted', { kind: 'changed', mayBeOurs: false }],
    ['timeout', 'not-permitted', { kind: 'unknown', problem: { kind: 'timeout' } }],
  ] as const)(
    'an unknown outcome (%s) is checked again without a write: %s',
    async (kind, truth, outcome) => {
      const { write, sent } = worldOf('confirmed', [truth])
      const lost = new Problem({ kind })
      expect(await confirmedWrite(write, { ...ports, lost })).toMatchObject(outcome)
      expect(sent).toEqual([])
    },
  )
})
