import { describe, expect, it } from 'vitest'
import { ConfigError } from '#gateway/ops/config-error.ts'
import { onFreePort } from './on-free-port.ts'

/** Starts after as many failures, and counts. */
const starting = (failures: number, error: Error = new ConfigError('Port 7 is taken')) => {
  const counted = { starts: 0 }
  const start = () => {
    counted.starts += 1
    return counted.starts > failures ? Promise.resolve('started') : Promise.reject(error)
  }
  return { counted, start }
}

describe('a port for several addresses', () => {
  it.each([
    ['is taken at once where it is free', 0, 0, 'started', 1],
    ['is another one when the one that the system chose is taken elsewhere', 0, 1, 'started', 2],
    ['is tried four times', 0, 3, 'started', 4],
    ['is given up after that', 0, 4, 'Port 7 is taken', 4],
    ['stays the one that was asked for', 7992, 1, 'Port 7 is taken', 1],
  ] as const)('%s', async (_what, port, failures, outcome, starts) => {
    const { counted, start } = starting(failures)
    expect(await onFreePort(port, start).catch((error: Error) => error.message)).toBe(outcome)
    expect(counted.starts).toBe(starts)
  })

  it('is not looked for again after any other error', async () => {
    const { counted, start } = starting(1, new TypeError('broken'))
    await expect(onFreePort(0, start)).rejects.toThrow('broken')
    expect(counted.starts).toBe(1)
  })
})
