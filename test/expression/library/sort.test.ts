import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deepEqual } from '../../../src/ops/compareValues.ts'
import { json } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'
import { asked, typeAsked } from './asked.ts'

const rows = [
  { id: 0, a: 2, b: 'x' },
  { id: 1, a: 1, b: 'y' },
  { id: 2, a: 2, b: 'y' },
  { id: 3, a: 1, b: 'x' },
]

const ids = (expression: string): unknown => asked(`rows.sort(${expression}).id`, { rows })

describe('sort', () => {
  test('sorts by a key, ascending by default', () => {
    expect(ids('(row) => row.a')).toEqual([1, 3, 0, 2])
    expect(ids('(row) => row.a, "desc"')).toEqual([0, 2, 1, 3])
  })

  test('sorts by a list of keys, each with a direction', () => {
    expect(ids('(row) => [row.a, row.b]')).toEqual([3, 1, 0, 2])
    expect(ids('(row) => [row.a, row.b], ["asc", "desc"]')).toEqual([1, 3, 2, 0])
    expect(ids('(row) => [row.a, row.b], ["desc", "asc"]')).toEqual([0, 2, 3, 1])
    expect(ids('(row) => [row.a, row.b], ["DESC", "desc"]')).toEqual([2, 0, 1, 3])
  })

  test('sorts ascending by a key without a direction, and descending for an unknown direction', () => {
    expect(ids('(row) => [row.a, row.b], ["desc"]')).toEqual([0, 2, 3, 1])
    expect(ids('(row) => row.id, "descending"')).toEqual([3, 2, 1, 0])
    expect(ids('(row) => row.id, []')).toEqual([0, 1, 2, 3])
  })

  test('sorts elements by themselves without a function', () => {
    expect(asked('x.sort', { x: [3, 1, 2] })).toEqual([1, 2, 3])
  })

  test('sorts null and NaN last in both directions, in their original order', () => {
    const x = [null, 2, Number.NaN, 1, null]
    expect(asked('x.sort((row) => row)', { x })).toEqual([1, 2, null, Number.NaN, null])
    expect(asked('x.sort((row) => row, "desc")', { x })).toEqual([2, 1, null, Number.NaN, null])
  })

  test('sorts numbers before dates, strings, booleans and values without an order', () => {
    const x = [{ a: 1 }, true, 'b', new Date(0), 5, false, 'B', 10]
    expect(asked('x.sort((row) => row)', { x })).toEqual([5, 10, new Date(0), 'B', 'b', false, true, { a: 1 }])
  })

  test('has the type of the list', () => {
    expect(typeAsked('rows.sort((row) => row.a)', { rows: [{ a: 1 }] })).toBe('list<dict<a: number>>')
  })

  const tagged = fc.array(json).map((keys) => keys.map((key, id) => ({ id, key })))

  test.each(['asc', 'desc'])('is a stable permutation that sorting again does not change: %s', (direction) => {
    law([tagged], (x) => {
      const text = `x.sort((row) => row["key"], "${direction}")`
      const once = asked(text, { x }) as ReadonlyArray<{ readonly id: number; readonly key: unknown }>
      const twice = asked(text, { x: once })
      const seen = new Set(once.map(({ id }) => id))
      const isStable = once.every(
        ({ id, key }, place) => place === 0 || !deepEqual(once[place - 1]?.key, key) || (once[place - 1]?.id ?? 0) < id,
      )
      return seen.size === x.length && isStable && deepEqual(twice, once)
    })
  })
})
