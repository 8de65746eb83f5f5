import { describe, expect, it } from 'vitest'
import { runStages } from './run-stages.ts'

/** Stages that end when the test releases them, and what was started and printed meanwhile. */
const stages = (failing: readonly string[] = []) => {
  const started: string[] = []
  const said: string[] = []
  const letGo = new Map<string, () => void>()
  let time = 0
  const whole = (groups: readonly string[]) =>
    runStages(
      groups,
      (name) => {
        started.push(name)
        return new Promise((resolve) => {
          letGo.set(name, () => resolve({ isGreen: !failing.includes(name), output: `${name} says\n` }))
        })
      },
      { say: (text) => said.push(text), now: () => time },
    )
  const finish = async (name: string, seconds: number) => {
    await expect.poll(() => letGo.has(name)).toBe(true)
    time += seconds * 1000
    letGo.get(name)?.()
  }
  return { whole, finish, started, said }
}

describe('the stages of the check', () => {
  it('run together within a group, and group after group', async () => {
    const { whole, finish, started, said } = stages()
    const ended = whole(['lint+types', 'unit'])
    expect(started).toEqual(['lint', 'types'])
    await finish('types', 2)
    await expect.poll(() => said).toHaveLength(1)
    expect(started).toEqual(['lint', 'types'])
    await finish('lint', 1)
    await finish('unit', 4)
    expect(await ended).toBe(true)
    expect(started).toEqual(['lint', 'types', 'unit'])
    expect(said).toEqual([
      'types says\nPassed: types, 2.0 s\n',
      'lint says\nPassed: lint, 3.0 s\n',
      'unit says\nPassed: unit, 4.0 s\n',
    ])
  })

  it('finish their group when one fails, and start no other', async () => {
    const { whole, finish, started, said } = stages(['lint'])
    const ended = whole(['lint+types', 'unit'])
    await finish('lint', 1)
    await expect.poll(() => said).toHaveLength(1)
    await finish('types', 1)
    expect(await ended).toBe(false)
    expect(started).toEqual(['lint', 'types'])
    expect(said).toEqual(['lint says\nFAILED: lint, 1.0 s\n', 'types says\nPassed: types, 2.0 s\n'])
  })
})
