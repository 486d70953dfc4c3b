import { describe, expect, test } from 'vitest'
import { valueAt } from '../../../src/ops/internal/valueAt.ts'

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
