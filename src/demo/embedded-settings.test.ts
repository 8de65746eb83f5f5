import { describe, expect, it } from 'vitest'
import { builtRoot } from './testing/built-root.ts'
import { startProgram } from './testing/start-program.ts'
import { liveUnlessOff, readEmbeddedSettings } from './embedded-settings.ts'

describe('EMBEDDED_LIVE', () => {
  it.each([
    [{}, false, true],
    [{ EMBEDDED_LIVE: ' ' }, false, true],
    [{ EMBEDDED_LIVE: '0' }, false, false],
    [{ EMBEDDED_LIVE: '1' }, true, true],
  ])(
    'of %o lets the small Bitbucket live: %o in tests, %o when a person starts it',
    (env, inTests, started) => {
      expect(readEmbeddedSettings(env).live).toBe(inTests)
      expect(readEmbeddedSettings(liveUnlessOff(env)).live).toBe(started)
    },
  )

  it.each([
    [{}, 'simulated, changes by itself and gone'],
    [{ EMBEDDED_LIVE: '0' }, 'simulated and gone'],
  ])('of %o is told by npm start', async (env, words) => {
    const settings = { PORT: '0', SKIP_BUILD: '1', ...env }
    const program = startProgram('src/demo/start.ts', settings, builtRoot())
    await program.waitForOutput(/(Ctrl-C)/)
    expect(program.output()).toContain(`its data is ${words} when this ends`)
  })

  it.each([
    [{}, 'changes by itself'],
    [{ EMBEDDED_LIVE: '0' }, 'still'],
  ])('of %o is told by npm run upstream', async (env, words) => {
    const program = startProgram('src/demo/upstream.ts', { UPSTREAM_PORT: '0', MIRRORS_PORT: '0', ...env })
    await program.waitForOutput(/(Ctrl-C)/)
    expect(program.output()).toMatch(new RegExp(`^Data: +simulated, ${words}`, 'm'))
  })
})
