/**
 * Letters that read like a Latin one in most fonts, as groups "what they read like: letters". Kept small on purpose:
 * the Cyrillic, Greek and Armenian letters that spoofed names are made of, and the Latin ones that poorly drawn fonts
 * confuse. Source: Unicode Technical Standard 39, "confusables".
 */
const LOOKS_LIKE = [
  'a:аАαΑɑ',
  'b:вВβΒЬь',
  'c:сСϲ',
  'd:ԁđ',
  'e:еЕεΕєє',
  'f:ғ',
  'g:ɡց',
  'h:нНΗһհ',
  'j:јЈϳ',
  'k:кКκΚ',
  'l:iI1|іІӏӀιΙıł',
  'm:мМΜ',
  'n:пηΝոռ',
  'o:0оОοΟσօø',
  'p:рРρΡ',
  'q:ԛզ',
  'r:гг',
  's:ѕЅ',
  't:тТτΤ',
  'u:υսμ',
  'v:νѵ',
  'w:ԝωա',
  'x:хХχΧ',
  'y:уУγΥү',
  'z:ζΖ',
  '3:зЗ',
  '6:б',
  '-:‐‑‒–—―−_',
] as const

const readsLike: ReadonlyMap<string, string> = new Map(
  LOOKS_LIKE.flatMap((group) => Array.from(group.slice(2), (letter) => [letter, group.charAt(0)] as const)),
)

/** What cannot be seen, and blanks: controls, format characters, separators, and letters that draw nothing. */
const UNSEEN = /[\p{C}\p{Z}\s\u115F\u1160\u2800\u3164\uFFA0]/gu

const read = (text: string): string => Array.from(text, (letter) => readsLike.get(letter) ?? letter).join('')

/** What is printable ASCII needs no more than a look at each character. */
const PLAIN = /^[ -~]*$/

const PLAIN_LOOKS: readonly string[] = Array.from({ length: 0x7f }, (_none, code) =>
  code === 0x20 ? '' : read(read(String.fromCharCode(code)).toLowerCase()),
)

const plainSkeleton = (text: string): string => {
  let skeleton = ''
  for (let at = 0; at < text.length; at += 1) skeleton += PLAIN_LOOKS[text.charCodeAt(at)] ?? ''
  return skeleton
}

/**
 * What a text looks like, whatever it is made of: two texts with the same skeleton can be taken for one another.
 * Hidden characters, blanks, accents and letter case are gone, and look-alike letters are one letter. An empty
 * skeleton looks like nothing and must not be compared.
 */
export const skeletonOf = (text: string): string => {
  if (PLAIN.test(text)) return plainSkeleton(text)
  const seen = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(UNSEEN, '')
  // Twice: a capital and its small letter may read like different letters (Η like H, η like n).
  return read(read(seen).toLowerCase())
}
