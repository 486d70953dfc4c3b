import { RE2JS } from 're2js'
import { InvalidQuery } from './InvalidQuery.ts'

/** Tests a string, or any string in a list. */
export type TextTest = (value: unknown) => boolean

const ofText =
  (test: (text: string) => boolean): TextTest =>
  (value) =>
    (Array.isArray(value) ? value : [value]).some((item) => typeof item === 'string' && test(item))

/** Tests whether RE2 finds an expression in the string. `options` are flags in addition to those in the expression. */
export function regexTest(expression: unknown, options: unknown): TextTest {
  if (typeof expression !== 'string') throw new InvalidQuery('invalid filter: $regex must be a string')
  const flags = typeof options === 'string' ? options : ''
  if (/[^ims]/.test(flags)) throw new InvalidQuery('invalid filter: $options must be i, m or s')
  const compiled = compile(flags === '' ? expression : `(?${flags})${expression}`)
  return ofText((text) => compiled.matcher(text).find())
}

function compile(expression: string): RE2JS {
  try {
    return RE2JS.compile(expression)
  } catch {
    throw new InvalidQuery('invalid filter: $regex must be an RE2 expression')
  }
}

export function containsTest(part: unknown): TextTest {
  const wanted = String(part)
  return ofText((text) => text.includes(wanted))
}
