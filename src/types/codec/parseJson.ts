import * as E from 'fp-ts/lib/Either.js'
import { setOwn } from './setOwn.ts'

/** Either a JSON string, so that its content is left alone, or a non-finite token outside of one. */
const STRING_OR_TOKEN = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?Infinity|NaN/g

// biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what is looked for
const CONTROL = /[\u0000-\u001f]/g

const escapeControl = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A character that the text spells in no way, so that no string in it can hold it. */
const absentCharacter = (text: string): string | undefined => {
  const lower = text.toLowerCase()
  for (let code = 0xe000; code <= 0xf8ff; code++) {
    if (!text.includes(String.fromCharCode(code)) && !lower.includes(`\\u${code.toString(16)}`))
      return String.fromCharCode(code)
  }
  return undefined
}

const withNaN = (value: unknown, mark: string): unknown => {
  if (value === mark) return Number.NaN
  if (Array.isArray(value)) {
    value.forEach((element, index) => {
      value[index] = withNaN(element, mark)
    })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, element] of Object.entries(value)) {
      const decoded = withNaN(element, mark)
      if (decoded !== element) setOwn(value as Record<string, unknown>, key, decoded)
    }
  }
  return value
}

const parseExtended = (text: string): unknown => {
  const mark = absentCharacter(text)
  if (mark === undefined) throw new SyntaxError('unreadable')
  let found = false
  const plain = text.replace(STRING_OR_TOKEN, (part) => {
    if (part === 'NaN') {
      found = true
      return `"${mark}"`
    }
    // JSON has no word for infinity, but a number too large for a double is read as one.
    if (part === 'Infinity') return '1e999'
    if (part === '-Infinity') return '-1e999'
    return part.replace(CONTROL, escapeControl)
  })
  const value: unknown = JSON.parse(plain)
  return found ? withNaN(value, mark) : value
}

/**
 * Reads JSON as W&B writes it: bare `NaN`, `Infinity` and `-Infinity` are numbers, and raw control characters may stand
 * inside strings. Plain JSON takes the engine's own parser.
 *
 * @returns The value, or what the parser said, without any part of the text.
 * @example
 * ```ts
 * import { parseJson } from 'wandb-run-ops/types'
 *
 * parseJson('{"loss": NaN}') // => { _tag: 'Right', right: { loss: NaN } }
 * ```
 * @category Codec blocks
 * @since 0.1.0
 */
export const parseJson = (text: string): E.Either<'NotJson', unknown> => {
  try {
    return E.right(JSON.parse(text))
  } catch {
    try {
      return E.right(parseExtended(text))
    } catch {
      return E.left('NotJson')
    }
  }
}
