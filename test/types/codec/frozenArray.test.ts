import * as t from 'io-ts'
import { describe, expect, test } from 'vitest'
import { frozenArray, Int64 } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const Strings = frozenArray(t.string)

describe('frozenArray', () => {
  test('null and an absent value are the empty array', () => {
    expect(decoded(Strings, null)).toEqual([])
    expect(decoded(Strings, undefined)).toEqual([])
  })

  test('the result is frozen, the empty array included', () => {
    expect(Object.isFrozen(decoded(Strings, ['a']))).toBe(true)
    expect(Object.isFrozen(decoded(Strings, null))).toBe(true)
    expect(Object.isFrozen(decoded(Strings, []))).toBe(true)
  })

  test('the input array is neither shared nor frozen', () => {
    const wire = ['a']
    const array = decoded(Strings, wire)
    wire[0] = 'b'
    wire.push('c')
    expect(array).toEqual(['a'])
    expect(Object.isFrozen(wire)).toBe(false)
  })

  test('elements are decoded by their codec, in order', () => {
    expect(decoded(frozenArray(Int64), ['2', 1, '3'])).toEqual([2, 1, 3])
  })

  test('an unreadable element is named by its index', () => {
    expect(refusal(Strings, ['a', 'b', null])).toEqual({ path: ['2'], expected: 'string', actual: 'null' })
  })

  test('a hole is undefined, which is not a string', () => {
    const wire = new Array<string>(2)
    wire[0] = 'a'
    expect(refusal(Strings, wire)).toEqual({ path: ['1'], expected: 'string', actual: 'undefined' })
  })

  test.each([
    ['text', 'string'],
    ['', 'string'],
    [{ length: 0 }, 'object'],
    [0, 'number'],
    [new Set(['a']), 'object'],
  ])('%j is not an array', (wire, actual) => {
    expect(refusal(Strings, wire)).toEqual({ path: [], expected: 'Array<string>', actual })
  })

  test('round-trips', () => {
    expect(decoded(Strings, Strings.encode(['a', '']))).toEqual(['a', ''])
  })

  test('recognizes only arrays of its elements', () => {
    expect(Strings.is(['a'])).toBe(true)
    expect(Strings.is([1])).toBe(false)
    expect(Strings.is(null)).toBe(false)
    expect(Strings.is({ length: 0 })).toBe(false)
  })
})
