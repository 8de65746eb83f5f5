import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { OPTIONS } from './command-line.ts'
import { helpText } from './help-text.ts'
import { LISTED_SETTINGS } from './listed-settings.ts'

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')

/** Rows of the README's table of settings: name, default and meaning. */
const tableRows = () =>
  README.split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, name = '']) => /^`[A-Z_]+`$/.test(name))
    .map(([, name = '', standard = '', meaning = '']) => ({
      name: name.replaceAll('`', ''),
      standard: standard.replaceAll('`', ''),
      meaning,
    }))

describe('the help', () => {
  it('has every setting, its meaning and its default', () => {
    const help = helpText('1.2.3', 'console').replaceAll(/\s+/g, ' ')
    for (const { name, meaning, standard } of LISTED_SETTINGS) {
      expect(help).toContain(` ${name} ${meaning.replaceAll('`', '')}.`)
      expect(help).toContain(standard === 'required' ? 'Required.' : standard)
    }
    for (const name of Object.keys(OPTIONS)) expect(help).toContain(`--${name}`)
    expect(help).toContain('Default: 7991.')
  })

  it('fits into a terminal', () => {
    const lines = helpText('1.2.3', 'console').split('\n')
    expect(lines.filter((line) => line.length > 100)).toEqual([])
  })

  it('says the same as the table of the README', () => {
    const listed = LISTED_SETTINGS.map(({ name, standard, meaning }) => ({ name, standard, meaning }))
    expect(tableRows().filter(({ name }) => !name.startsWith('EMBEDDED_'))).toEqual(listed)
  })
})
