const QUOTE = 0x22
const MINUS = 0x2d
const I = 0x49
const N = 0x4e
const BACKSLASH = 0x5c
const FIRST_PRINTABLE = 0x20

const MARK = '\ue000'

const COLON = /\s*:/y

/** Longer than any mark, even with all of its characters escaped. */
const MAX_MARK_LENGTH = 64

const escapeControl = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`

/** A string that differs from all the given ones, which are JSON string literals without their quotes. */
const unusedMark = (spellings: ReadonlyArray<string>): string => {
  const taken = new Set<unknown>()
  for (const spelling of spellings) {
    try {
      taken.add(JSON.parse(`"${spelling}"`))
    } catch {
      // A literal with a raw control character cannot be a mark.
    }
  }
  let count = 0
  while (taken.has(`${MARK}${count}`)) count += 1
  return `${MARK}${count}`
}

/** JSON that the engine can parse, and the string in it that stands for `NaN`. */
interface RewrittenJson {
  readonly json: string
  /** `undefined` if the text has no `NaN`. No string of the text itself equals it. */
  readonly mark: string | undefined
}

/**
 * Rewrites JSON with bare `NaN`, `Infinity` and `-Infinity` tokens, and with raw control characters in strings, as
 * plain JSON. Text that is otherwise invalid stays invalid.
 */
export const rewriteNonFinite = (text: string): RewrittenJson => {
  const parts: Array<string> = []
  const candidates: Array<string> = []
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
        // Escapes are left to the engine: a raw control character after a backslash is an error.
        if (inside === BACKSLASH) at += 2
        else if (inside < FIRST_PRINTABLE) replace(1, escapeControl(inside))
        else at += 1
      }
      const first = text[start]
      if ((first === MARK || first === '\\') && at - start <= MAX_MARK_LENGTH) candidates.push(text.slice(start, at))
      at += 1
    } else if (code === N && text.startsWith('NaN', at)) {
      // As a key it would pass unnoticed, since the quoted mark is a valid key.
      COLON.lastIndex = at + 3
      if (COLON.test(text)) throw new SyntaxError('a key that is not a string')
      replace(3, '')
      parts.push(part)
      part = ''
    } else if (code === I && text.startsWith('Infinity', at)) {
      // JSON has no token for infinity, but a number too large for a double is parsed as one.
      replace(8, ' 1e999 ')
    } else if (code === MINUS && text.startsWith('Infinity', at + 1)) {
      replace(9, ' -1e999 ')
    } else at += 1
  }
  parts.push(part + text.slice(copied))
  if (parts.length === 1) return { json: parts.join(''), mark: undefined }
  const mark = unusedMark(candidates)
  return { json: parts.join(`"${mark}"`), mark }
}
