import * as E from 'fp-ts/lib/Either.js'

const INDEX = /^(?:0|[1-9]\d*)$/

/** Whether a key is the index of an element, if it is looked up in a list. */
export const isIndex = (key: string): boolean => INDEX.test(key)

/**
 * One step along a key path: the own property of a dict, or the element of a list at an index; `undefined` if there is
 * none. Columns, tables and expressions all step like this, and so do the server and SQL engines.
 */
export const memberAt = (value: unknown, key: string | number): unknown => {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  // `length` is an own property of lists, but not an element.
  if (Array.isArray(value) && !isIndex(String(key))) return undefined
  return (value as Readonly<Record<string | number, unknown>>)[key]
}

/** A key as written in a text. */
export interface WrittenKey {
  readonly key: string
  /** Whether it follows a dot, without brackets and quotes. */
  readonly isPlain: boolean
}

const QUOTED = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`
const STEP = new RegExp(String.raw`\.([^.,[\]"]+)|\[\s*(${QUOTED}|-?\d+)\s*\]`, 'sy')
const PIECE = new RegExp(String.raw`\[\s*(?:${QUOTED})\s*\]|[^]`, 'g')

/** Splits a list at the commas outside of quoted keys; the list may end with a comma. */
export const splitList = (text: string): ReadonlyArray<string> => {
  const items = ['']
  for (const [piece] of text.matchAll(PIECE))
    if (piece === ',') items.push('')
    else items.push((items.pop() ?? '') + piece)
  const trimmed = items.map((item) => item.trim())
  return trimmed.at(-1) === '' ? trimmed.slice(0, -1) : trimmed
}

/** JSON for a key in single quotes. */
const toDoubleQuotes = (quoted: string): string =>
  `"${quoted.slice(1, -1).replace(/\\.|"/gs, (part) => (part === "\\'" ? "'" : part === '"' ? '\\"' : part))}"`

const unquote = (quoted: string): E.Either<string, string> => {
  if (/^\d+$/.test(quoted)) return E.right(quoted)
  if (quoted.startsWith('-')) return E.left('has a negative index, which columns do not have: count from 0')
  try {
    return E.right(JSON.parse(quoted.startsWith("'") ? toDoubleQuotes(quoted) : quoted) as string)
  } catch {
    return E.left(`has the key ${quoted}, which is not a valid JSON string`)
  }
}

/** Why a text is not a column, as the end of a sentence. */
export const MALFORMED =
  'is malformed: write keys as in config.lr, or as in config["a.b"] if they have dots, commas or quotes'

/** Reads the keys after the name of a dict: `.optimizer.lr`, `["val/loss"]`, `['a.b'][0]`. */
export const parseKeys = (text: string): E.Either<string, ReadonlyArray<WrittenKey>> => {
  const keys: Array<WrittenKey> = []
  STEP.lastIndex = 0
  while (STEP.lastIndex < text.length) {
    const [found, plain, quoted] = STEP.exec(text) ?? []
    if (found === undefined) return E.left(MALFORMED)
    const key = plain === undefined ? unquote(quoted ?? '') : E.right(plain)
    if (E.isLeft(key)) return key
    if (plain?.trim() !== plain) return E.left(MALFORMED)
    if (plain === '*') return E.left('has * for a key: name one key, or write ["*"] for a key of that name')
    keys.push({ key: key.right, isPlain: plain !== undefined })
  }
  return E.right(keys)
}
