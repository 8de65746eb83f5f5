/** What a spreadsheet would run as a formula, also after blanks (OWASP, "CSV injection"), full-width signs included. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u

/** What must stand in quotes: RFC 4180 names the first three; the others split or trim fields in some programs. */
const NEEDS_QUOTES = /[",\r\n;\t]|^\s|\s$/

/** One field. An apostrophe before a formula makes it text in every spreadsheet. */
const fieldOf = (text: string): string => {
  const defused = FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused
}

/**
 * Rows as CSV by RFC 4180 with formulas defused. It begins with a byte order mark, without which spreadsheets read
 * anything but ASCII wrongly. A row of one empty field would look like no row, so it is quoted.
 */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows
    .map((fields) => (fields.length === 1 && fields[0] === '' ? '""' : fields.map(fieldOf).join(',')))
    .map((line) => `${line}\r\n`)
    .join('')}`
