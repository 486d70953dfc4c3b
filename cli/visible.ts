/** Letters that a terminal would obey instead of showing them, and marks that turn the direction of writing. */
const obeyed = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

const picture = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\ufffd'
}

/** A text in one line that does nothing to a terminal: `␊` for a line's end, `␛` for an escape. */
export const visible = (text: string): string => text.replace(obeyed, picture)
