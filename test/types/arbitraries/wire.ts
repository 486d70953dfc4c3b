import * as fc from 'fast-check'
import { oddKeys } from '../../fixtures/types/oddKeys.ts'

/** A key of a dict, often an odd one. */
export const key: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...oddKeys),
  fc.string({ unit: 'binary', maxLength: 8 }),
)

/** A string, often one that looks like a non-finite number or the parser's own mark. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'NaN',
    'Infinity',
    '-Infinity',
    'nan',
    ' NaN',
    '"NaN"',
    '\\',
    '\ue000',
    '\ue0000',
    '\ue0001',
    '\t\n\u0000',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

/** A finite number, including negative zero. */
export const finite: fc.Arbitrary<number> = fc.double({ noNaN: true, noDefaultInfinity: true })

const tree = (leaf: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value

/** A plain JSON value. */
export const json: fc.Arbitrary<unknown> = tree(fc.oneof(fc.constant(null), fc.boolean(), finite, text))

/** A value of W&B's JSON: numbers may be `NaN` or infinite. */
export const extended: fc.Arbitrary<unknown> = tree(
  fc.oneof(
    fc.constant(null),
    fc.boolean(),
    finite,
    text,
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  ),
)

/** A dict of plain JSON values. */
export const jsonObject: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(key, json, {
  maxKeys: 6,
  noNullPrototype: true,
})

/** A dict of values of W&B's JSON. */
export const extendedObject: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(key, extended, {
  maxKeys: 6,
  noNullPrototype: true,
})

const own = (object: object): ReadonlyArray<[string, unknown]> => Object.entries(object)

/** JSON with bare tokens for non-finite numbers, and with raw control characters if `raw` is set. */
export const toWireText = (value: unknown, raw = false): string => {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (typeof value === 'string') {
    const plain = JSON.stringify(value)
    return raw
      ? plain.replace(/\\[tnr]/g, (found, at: number) => (isEscape(plain, at) ? controlOf(found) : found))
      : plain
  }
  if (Array.isArray(value)) return `[${value.map((element) => toWireText(element, raw)).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{${own(value)
      .map(([name, element]) => `${toWireText(name, raw)}: ${toWireText(element, raw)}`)
      .join(', ')}}`
  return String(value)
}

/** Whether the backslash at that index starts an escape: an even number of them precedes it. */
const isEscape = (plain: string, at: number): boolean => {
  let before = 0
  while (plain[at - 1 - before] === '\\') before += 1
  return before % 2 === 0
}

const controlOf = (escaped: string): string => (escaped === '\\t' ? '\t' : escaped === '\\n' ? '\n' : '\r')
