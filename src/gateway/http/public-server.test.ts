import { describe, expect, it, onTestFinished } from 'vitest'
import { createPublicServer } from './public-server.ts'

describe('a public server', () => {
  it('limits everything that a client could hold open', () => {
    const server = createPublicServer(() => undefined)
    onTestFinished(() => {
      server.close()
    })
    expect(server.headersTimeout).toBe(15_000)
    expect(server.requestTimeout).toBe(30_000)
    // A proxy that keeps its connections for 60 s must never meet one that was just closed here.
    expect(server.keepAliveTimeout).toBeGreaterThan(60_000)
    // Longer than the upstream may take to begin, or a patient reader would be cut.
    expect(server.timeout).toBeGreaterThan(30_000)
    expect(server.maxConnections).toBeGreaterThan(0)
  })
})
