import { describe, expect, it } from 'vitest'
import { buildEnvironment } from './build-app.ts'

describe('what is built when the console starts', () => {
  it.each([undefined, 'test', 'development', 'production'])('is for production under NODE_ENV=%s', (mode) => {
    expect(buildEnvironment({ PATH: '/bin', NODE_ENV: mode })).toEqual({
      PATH: '/bin',
      NODE_ENV: 'production',
      NO_COLOR: '1',
    })
  })
})
