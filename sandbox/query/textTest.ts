import { RE2JS } from 're2js'
import { InvalidQuery } from './invalid.ts'

/** A question about a text, asked of each element of a list. */
export type TextTest = (value: unknown) => boolean

const ofText =
  (test: (text: string) => boolean): TextTest =>
  (value) =>
    (Array.isArray(value) ? value : [value]).some((item) => typeof item === 'string' && test(item))

/** Whether RE2 finds an expression anywhere in the text. `options` are flags beside those in the expression. */
export function regexTest(expression: unknown, options: unknown): TextTest {
  if (typeof expression !== 'string') throw new InvalidQuery('invalid filter: $regex needs a string')
  const flags = typeof options === 'string' ? options : ''
  if (/[^ims]/.test(flags)) throw new InvalidQuery('invalid filter: $options are i, m and s')
  const compiled = compile(flags === '' ? expression : `(?${flags})${expression}`)
  return ofText((text) => compiled.matcher(text).find())
}

function compile(expression: string): RE2JS {
  try {
    return RE2JS.compile(expression)
  } catch {
    throw new InvalidQuery('invalid filter: $regex cannot be read')
  }
}

export function containsTest(part: unknown): TextTest {
  const wanted = String(part)
  return ofText((text) => text.includes(wanted))
}
