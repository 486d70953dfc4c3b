const QUOTE = 0x22
const MINUS = 0x2d
const I = 0x49
const N = 0x4e
const BACKSLASH = 0x5c
const FIRST_PRINTABLE = 0x20

const MARK = '\ue000'

const COLON = /\s*:/y

/** Longer than any mark can be, with every character of it escaped. */
const LONGEST_SPELLING = 64

const escapeControl = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`

/** A string that none of the given ones spells; they stand as in the text, between their quotes. */
const absentString = (spellings: ReadonlyArray<string>): string => {
  const taken = new Set<unknown>()
  for (const spelling of spellings) {
    try {
      taken.add(JSON.parse(`"${spelling}"`))
    } catch {
      // A spelling with a raw control character in it is no mark's.
    }
  }
  let count = 0
  while (taken.has(`${MARK}${count}`)) count += 1
  return `${MARK}${count}`
}

/** JSON that the engine reads, and the string in it that stands for `NaN`. */
export interface PlainJson {
  readonly json: string
  /** `undefined` where the text has no `NaN`. No string of the text itself is equal to it. */
  readonly mark: string | undefined
}

/**
 * Rewrites JSON with bare `NaN`, `Infinity` and `-Infinity` tokens, and with raw control characters inside its strings,
 * as plain JSON. What is no JSON otherwise stays none.
 */
export const toPlainJson = (text: string): PlainJson => {
  const parts: Array<string> = []
  const alike: Array<string> = []
  let part = ''
  let copied = 0
  let at = 0

  const replace = (length: number, by: string): void => {
    part += text.slice(copied, at) + by
    at += length
    copied = at
  }

  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      const start = ++at
      for (let inside = text.charCodeAt(at); at < text.length && inside !== QUOTE; inside = text.charCodeAt(at)) {
        // What a backslash escapes is the engine's to judge: a raw control character there is an error.
        if (inside === BACKSLASH) at += 2
        else if (inside < FIRST_PRINTABLE) replace(1, escapeControl(inside))
        else at += 1
      }
      const first = text[start]
      if ((first === MARK || first === '\\') && at - start <= LONGEST_SPELLING) alike.push(text.slice(start, at))
      at += 1
    } else if (code === N && text.startsWith('NaN', at)) {
      // As a key it would go unseen, since a quoted mark is a good one.
      COLON.lastIndex = at + 3
      if (COLON.test(text)) throw new SyntaxError('a key that is no string')
      replace(3, '')
      parts.push(part)
      part = ''
    } else if (code === I && text.startsWith('Infinity', at)) {
      // JSON has no word for infinity, but a number too large for a double is read as one.
      replace(8, ' 1e999 ')
    } else if (code === MINUS && text.startsWith('Infinity', at + 1)) {
      replace(9, ' -1e999 ')
    } else at += 1
  }
  parts.push(part + text.slice(copied))
  if (parts.length === 1) return { json: parts.join(''), mark: undefined }
  const mark = absentString(alike)
  return { json: parts.join(`"${mark}"`), mark }
}
