import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Loss } from './loss.ts'
import { lossesOf, type ProjectLoss } from './losses.ts'
import { lossTone, lossWords } from './loss-words.ts'
import type { SampleKind } from './project-samples.ts'

const NOW = Date.UTC(2026, 10, 27)
const DAY = 86_400_000

const some = (count: number, loss: Loss, sample: SampleKind = 'repository', age = 0): ProjectLoss[] =>
  Array.from({ length: count }, (_none, at) => ({
    id: String(at),
    name: `Project ${String(at)}`,
    loss,
    sample,
    oldest: sample === 'repository' && loss !== 'unchecked' ? NOW - age : null,
  }))

const unread = (count: number) => some(count, 'unchecked', 'unread')

describe('what removing mirrors means, in words', () => {
  it.each<[string, readonly ProjectLoss[], string, string]>([
    ['nothing', unread(2000), 'unknown', '2,000 of 2,000 projects were not checked.'],
    [
      'two projects, both kept',
      [...some(2, 'kept'), ...unread(1998)],
      'unknown',
      'None of the 2 checked projects loses its last mirror. 1,998 of 2,000 projects were not checked.',
    ],
    [
      'one project, kept',
      [...some(1, 'kept'), ...unread(1)],
      'unknown',
      'The one project that was checked keeps a mirror. 1 of 2 projects was not checked.',
    ],
    [
      'one that loses, and a part',
      [...some(1, 'loses'), ...some(1, 'kept'), ...unread(1998)],
      'bad',
      '1 project loses its last mirror. 1,998 of 2,000 projects were not checked.',
    ],
    [
      'everything, and three lose',
      [...some(3, 'loses'), ...some(7, 'kept')],
      'bad',
      '3 projects lose their last mirror. All 10 projects were checked.',
    ],
    [
      'everything, and none loses',
      [...some(5, 'kept'), ...some(3, 'not-here'), ...some(2, 'unchecked', 'empty')],
      'good',
      'No project loses its last mirror. All 10 projects were checked.',
    ],
    [
      'everything, long ago',
      some(5, 'kept', 'repository', 2 * DAY),
      'unknown',
      'No project loses its last mirror. All 5 projects were checked.',
    ],
    [
      'everything, and a mirror gave no clear answer',
      [...some(5, 'kept'), ...some(1, 'unclear')],
      'unknown',
      'None of the 5 checked projects loses its last mirror. About 1 project, a mirror gave no clear answer.',
    ],
    [
      'everything that could be read',
      [...some(5, 'kept'), ...some(1, 'unchecked', 'unreadable'), ...some(1, 'unchecked', 'failed')],
      'unknown',
      'None of the 5 checked projects loses its last mirror. Nothing could be read of 2 projects.',
    ],
    ['an installation without projects', [], 'unknown', 'Bitbucket lists no project that you may see.'],
  ])('after asking about %s', (_what, projects, tone, words) => {
    const losses = lossesOf(projects, true, NOW)
    expect([lossTone(losses), lossWords(losses)]).toEqual([tone, words])
  })

  it('says that there may be more projects where the list is not whole', () => {
    const losses = lossesOf(some(5, 'kept'), false, NOW)
    expect([lossTone(losses), lossWords(losses)]).toEqual([
      'unknown',
      'None of the 5 checked projects loses its last mirror. There may be more projects than the known ones.',
    ])
  })

  it('is never good, and never about all, where any project was not checked', () => {
    const kinds = fc.constantFrom<Loss>('loses', 'kept', 'not-here', 'unchecked', 'unclear')
    const samples = fc.constantFrom<SampleKind>('repository', 'empty', 'unreadable', 'failed', 'unread')
    const projects = fc.array(fc.tuple(kinds, samples).map(([loss, sample]) => some(1, loss, sample)[0]))
    fc.assert(
      fc.property(projects, fc.boolean(), (all, isWhole) => {
        const given = all.filter((one) => one !== undefined)
        const losses = lossesOf(given, isWhole, NOW)
        const isPart =
          !isWhole ||
          given.some(
            ({ loss, sample }) =>
              ['unreadable', 'failed', 'unread'].includes(sample) ||
              (sample === 'repository' && (loss === 'unchecked' || loss === 'unclear')),
          )
        if (!isPart) return
        expect(lossTone(losses)).not.toBe('good')
        expect(lossWords(losses)).not.toMatch(/\ball\b|^No project/i)
      }),
    )
  })

  it('has the age of its oldest answer, and how many are old', () => {
    const losses = lossesOf([...some(1, 'kept', 'repository', 3 * DAY), ...some(2, 'kept')], true, NOW)
    expect([losses.oldest, losses.old]).toEqual([NOW - 3 * DAY, 1])
  })
})
