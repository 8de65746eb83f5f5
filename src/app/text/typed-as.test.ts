import { describe, expect, it } from 'vitest'
import { isTypedAs } from './typed-as.ts'

describe('what was typed is what stands there', () => {
  it.each([
    ['as it is', 'Build farm', 'Build farm'],
    ['in another case', 'build FARM', 'Build farm'],
    ['with blanks around', '  Build farm\n', 'Build farm'],
    ['with a blank for one that does not break', 'Build farm', 'Build\u00A0farm'],
    ['with a blank for a thin one', 'Build farm', 'Build\u2009farm'],
    ['with a blank for an ideographic one', 'Build farm', 'Build\u3000farm'],
    ['with a blank for one of Braille', 'Build farm', 'Build\u2800farm'],
    ['copied with what has no width', '\u200BBuild\u2060 farm\uFEFF', 'Build farm'],
    ['with letters in parts', 'Sa\u0303o Paulo', 'São Paulo'],
    ['with letters as wide as ideographs', 'Ｄｕｂｌｉｎ', 'Dublin'],
    ['with the capital letter of Turkish', 'istanbul', 'İstanbul'],
    ['with the letter without a dot', 'DIYARBAKIR', 'Diyarbakır'],
    ['with two letters for a sharp one', 'Giessen', 'Gießen'],
    ['with the sigma of the end', 'ΑΘΗΝΑΙΣ', 'Αθηναις'],
  ])('%s', (_how, typed, wanted) => expect(isTypedAs(typed, wanted)).toBe(true))
})

describe('what was typed is something else', () => {
  it.each([
    ['nothing', '', 'Dublin'],
    ['nothing that can be seen', '\u200B\u00A0', '\u200B'],
    ['a part', 'Dubli', 'Dublin'],
    ['more', 'Dublin 2', 'Dublin'],
    ['a blank left out', 'Buildfarm', 'Build farm'],
    ['a dash for a blank', 'Build-farm', 'Build farm'],
    ['a Cyrillic letter', 'Dubl\u0456n', 'Dublin'],
    ['a Greek letter', '\u039Fslo', 'Oslo'],
    ['an Armenian letter', '\u0555slo', 'Oslo'],
    ['a digit for a letter', 'Dub1in', 'Dublin'],
    ['a capital i for an l', 'DubIin', 'Dublin'],
    ['no accent', 'Sao Paulo', 'São Paulo'],
    ['another accent', 'Sáo Paulo', 'São Paulo'],
    ['another dash', 'a\u2011b', 'a-b'],
    ['a quotation mark that is curved', 'O’Hare', "O'Hare"],
  ])('%s', (_what, typed, wanted) => expect(isTypedAs(typed, wanted)).toBe(false))
})
