import { expect, it } from 'vitest'
import { usedVariables } from './used-variables.ts'

const variables = {
  '--size': '14px',
  '--text': 'var(--ink)',
  '--ink': '#111',
  '--loop': 'var(--back)',
  '--back': 'var(--loop)',
  '--unused': 'red',
}

it.each([
  ['a{color:var(--text)}', ['--text', '--ink']],
  ['a{font-size:var( --size)}', []],
  ['a{font-size:var(--size, 12px)}', ['--size']],
  ['a{color:var(--loop)}', ['--loop', '--back']],
  ['a{color:var(--not-ours)}', []],
])('finds the variables of %s', (css, names) => {
  expect([...usedVariables(variables, [css])]).toEqual(names)
})
