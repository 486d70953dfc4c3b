import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueAt } from '../../src/ops/ownValue.ts'
import { queryKey, queryValue } from '../arbitraries/query.ts'
import { caseCount } from '../laws/law.ts'

describe('valueAt', () => {
  test('returns the value itself at the empty path', () => {
    expect(valueAt(1, [])).toBe(1)
  })

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('finds no inherited %s', (key) => {
    expect(valueAt({ a: { b: {} } }, ['a', 'b', key])).toBeUndefined()
    expect(valueAt([1], [key])).toBeUndefined()
  })

  test('finds own keys with the names of inherited ones', () => {
    expect(valueAt(JSON.parse('{"__proto__": {"constructor": 1}}'), ['__proto__', 'constructor'])).toBe(1)
  })

  test('finds elements by index, as a number or as its digits', () => {
    expect(valueAt(['a', 'b'], [1])).toBe('b')
    expect(valueAt(['a', 'b'], ['1'])).toBe('b')
  })

  test.each(['length', '01', '', -1, 0.5, 2, Number.NaN])('finds no element %j of an array', (key) => {
    expect(valueAt(['a', 'b'], [key])).toBeUndefined()
  })

  test('finds keys of a dict by number', () => {
    expect(valueAt({ 1: 'one' }, [1])).toBe('one')
  })

  test.each(['text', 1, true, null, undefined])('finds nothing in %j', (value) => {
    expect(valueAt({ value }, ['value', 'length'])).toBeUndefined()
    expect(valueAt({ value }, ['value', 0])).toBeUndefined()
  })

  test('returns null where the value is null', () => {
    expect(valueAt({ a: null }, ['a'])).toBeNull()
  })
})

// A separate instance of the module: other tests may have used up the call sites of the shared one.
const copy = '../../src/ops/ownValue.ts?copy'
const { fastPropertyReader } = (await import(copy)) as typeof import('../../src/ops/ownValue.ts')

class Config {
  readonly values = 1

  get lr(): number {
    throw new Error('a getter that must not be asked')
  }

  get loss(): number {
    return 1
  }
}

/** Values from JSON, and with prototypes that a custom codec may give them. */
const value = fc.oneof(
  { weight: 4, arbitrary: queryValue },
  fc.tuple(queryValue, queryValue).map(([own, behind]) => {
    const prototype: object = typeof behind === 'object' && behind !== null ? behind : {}
    return typeof own === 'object' ? Object.assign(Object.create(prototype), own, { values: own }) : own
  }),
  fc.constant(Object.freeze(Object.assign(Object.create(null), { lr: 1, constructor: 2 }))),
  fc.constant(new Config()),
  fc.constant(new Date(0)),
)

const agrees = (key: string, asked: unknown): boolean =>
  Object.is(fastPropertyReader(key)(asked), valueAt(asked, [key]))

describe('fastPropertyReader', () => {
  // First, while call sites are left for these keys.
  test('knows keys that many objects inherit', () => {
    const keys = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'length', 'lr', 'loss', '0']
    const values = [{}, [], [1], new Config(), Object.create({ lr: 1 }), null, undefined, 'text', 1]
    expect(keys.every((key) => values.every((asked) => agrees(key, asked)))).toBe(true)
    const own = JSON.parse('{ "__proto__": 1, "constructor": 2, "length": 3 }')
    expect(keys.map((key) => fastPropertyReader(key)(own))).toEqual([
      2,
      1,
      undefined,
      undefined,
      3,
      undefined,
      undefined,
      undefined,
    ])
  })

  test('finds nothing that was added to Object.prototype later', () => {
    const read = fastPropertyReader('given later')
    expect([read({}), read({ 'given later': 1 })]).toEqual([undefined, 1])
    const prototype = Object.prototype as { 'given later'?: number }
    prototype['given later'] = 2
    try {
      expect([read({}), read({ 'given later': 1 })]).toEqual([undefined, 1])
    } finally {
      delete prototype['given later']
    }
  })

  test('returns the same as valueAt, for keys with and without their own call site', () => {
    fc.assert(fc.property(fc.oneof(queryKey, fc.string()), value, agrees), { numRuns: caseCount() })
  })
})
