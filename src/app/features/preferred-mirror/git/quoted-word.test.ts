import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quotedWord } from './quoted-word.ts'

/** Reads one single-quoted word as PowerShell's grammar does: any of its quotes ends the word unless doubled. */
const readByPowerShell = (text: string): string | null => {
  if (!text.startsWith("'")) return null
  let word = ''
  for (let at = 1; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (!/['‘’‚‛]/.test(character)) word += character
    else if (/['‘’‚‛]/.test(text.charAt(at + 1))) {
      word += character
      at += 1
    } else return at === text.length - 1 ? word : null
  }
  return null
}

describe('a word of a command', () => {
  it.each([
    ['git', 'git', 'git'],
    ['--global', '--global', '--global'],
    ['-C', "'-C'", "'-C'"],
    ['https://a.example/b.git', "'https://a.example/b.git'", "'https://a.example/b.git'"],
    ['', "''", "''"],
    ["it's", String.raw`'it'\''s'`, "'it''s'"],
    ['it’s', "'it’s'", "'it’’s'"],
    ['$(touch owned)', "'$(touch owned)'", "'$(touch owned)'"],
    ['`id`', "'`id`'", "'`id`'"],
    ['a;b|c&d', "'a;b|c&d'", "'a;b|c&d'"],
    ['%PATH%', "'%PATH%'", "'%PATH%'"],
  ])('%j is written for each shell', (word, posix, powershell) => {
    expect(quotedWord.posix(word)).toBe(posix)
    expect(quotedWord.powershell(word)).toBe(powershell)
  })

  it('is read back by PowerShell as it was, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...`'‘’‚‛"$\` a`.split('')) }),
        ),
        (word) => {
          const quoted = quotedWord.powershell(word)
          expect(quoted === word ? word : readByPowerShell(quoted)).toBe(word)
        },
      ),
    )
  })
})
