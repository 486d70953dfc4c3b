import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sample } from '../../../src/expression/library/listParts.ts'
import { deepEqual } from '../../../src/ops/compareValues.ts'
import { json } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'
import { asked, typeAsked } from './asked.ts'
import { someRun } from './someRuns.ts'

const x = [3, null, 1, 2]

describe('limit and offset', () => {
  test('cut the list in two', () => {
    expect(asked('x.limit(1)', { x })).toEqual([3])
    expect(asked('x.offset(1)', { x })).toEqual([null, 1, 2])
    law([fc.array(json), fc.integer({ min: -3, max: 12 })], (list, n) => {
      const parts = [asked('x.limit(n)', { x: list, n }), asked('x.offset(n)', { x: list, n })] as Array<Array<unknown>>
      return parts.flat().length === list.length && parts[0]?.length === Math.min(Math.max(n, 0), list.length)
    })
  })

  test('select the run at their intersection', () => {
    const runs = ['george', 'frank', 'paul'].map((id) => someRun(id))
    expect(asked('runs.offset(1).limit(4)[0].name', { runs })).toBe('run frank')
  })

  test('treat negative numbers and NaN as 0, truncate fractions, and return null for null', () => {
    expect(asked('x.limit(-1)', { x })).toEqual([])
    expect(asked('x.offset(-1)', { x })).toEqual(x)
    expect(asked('x.limit(0 / 0)', { x })).toEqual([])
    expect(asked('x.limit(1.9)', { x })).toEqual([3])
    expect(asked('x.limit(1 / 0)', { x })).toEqual(x)
    expect(asked('x.limit(null)', { x })).toBe(null)
    expect(typeAsked('x.limit(null)', { x })).toBe('maybe<list<maybe<number>>>')
    expect(typeAsked('x.limit(2)', { x })).toBe('list<maybe<number>>')
  })
})

describe('index', () => {
  test('returns the element at an index, from the end if negative, null out of range', () => {
    expect(['0', '-1', '1', '4', '-5', '0.5', 'null'].map((place) => asked(`x.index(${place})`, { x }))).toEqual([
      3,
      2,
      null,
      null,
      null,
      null,
      null,
    ])
  })

  test('returns a list for a list of indices', () => {
    expect(asked('x.index([0, -1, 9, null])', { x })).toEqual([3, 2, null, null])
    expect(typeAsked('x.index([0])', { x: ['a'] })).toBe('list<maybe<string>>')
    expect(typeAsked('x.index(0)', { x: ['a'] })).toBe('maybe<string>')
  })

  test('agrees with square brackets', () => {
    law([fc.array(json), fc.integer({ min: -5, max: 5 })], (list, n) => {
      const both = [asked('x.index(n)', { x: list, n }), asked('x[n]', { x: list, n })]
      return deepEqual(both[0], both[1])
    })
  })
})

describe('dropna', () => {
  test('removes null, but not NaN, 0, false and the empty string', () => {
    expect(asked('x.dropna', { x: [null, Number.NaN, 0, false, '', undefined] })).toEqual([Number.NaN, 0, false, ''])
  })

  test('has a type without null', () => {
    expect(typeAsked('x.dropna', { x })).toBe('list<number>')
  })
})

describe('unique', () => {
  test('returns the first occurrence of each, compared by type and contents', () => {
    const list = [1, '1', 1, null, null, Number.NaN, Number.NaN, { a: 1, b: 2 }, { b: 2, a: 1 }, [], []]
    expect(asked('x.unique', { x: list })).toEqual([1, '1', null, Number.NaN, { a: 1, b: 2 }, []])
  })

  test('is idempotent', () => {
    law([fc.array(json)], (list) => {
      const once = asked('x.unique', { x: list })
      return deepEqual(asked('x.unique', { x: once }), once)
    })
  })
})

describe('randomlyDownsample', () => {
  test('returns that many elements, each once and in order, or all of a shorter list', () => {
    law([fc.nat(50), fc.nat(60)], (length, n) => {
      const list = Array.from({ length }, (_, index) => index)
      const chosen = asked('x.randomlyDownsample(n)', { x: list, n }) as ReadonlyArray<number>
      const isAscending = chosen.every((item, index) => index === 0 || item > (chosen[index - 1] ?? 0))
      return chosen.length === Math.min(n, length) && isAscending && chosen.every((item) => list.includes(item))
    })
  })

  test('returns the same every time, and nothing for a negative number', () => {
    const list = Array.from({ length: 1000 }, (_, index) => index)
    expect(asked('x.randomlyDownsample(5)', { x: list })).toEqual(asked('x.randomlyDownsample(5)', { x: list }))
    expect(asked('x.randomlyDownsample(-1)', { x: list })).toEqual([])
  })

  test('samples the whole list', () => {
    const mean = sample(
      Array.from({ length: 10_000 }, (_, index) => index),
      1000,
    ).reduce((sum, item) => sum + item / 1000, 0)
    expect(Math.abs(mean - 5000)).toBeLessThan(500)
  })
})

describe('difference', () => {
  test('removes the elements of another list, by type and value', () => {
    expect(asked('["a", "b", 1, "1", null, {k: 1}].difference(["b", 1, null, {k: 1}])')).toEqual(['a', '1'])
    expect(asked('["a", "a"].difference(null)')).toEqual(['a', 'a'])
    expect(asked('x.difference(["b"])', { x: null })).toBe(null)
  })
})

describe('lookup', () => {
  test('returns the first dict with an id', () => {
    const x = [null, { b: 1 }, { id: 5, b: 5 }, { id: 5, b: 6 }]
    expect(asked('x.lookup(5)', { x })).toEqual({ id: 5, b: 5 })
    expect(asked('x.lookup("5")', { x })).toBe(null)
  })
})
