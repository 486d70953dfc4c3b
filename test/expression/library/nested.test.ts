import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deepEqual } from '../../../src/ops/compareValues.ts'
import { json } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'
import { asked, typeAsked } from './asked.ts'
import { someRun } from './someRuns.ts'

describe('concat', () => {
  test('concatenates lists', () => {
    expect(asked('x.concat', { x: [[1], [2, 3]] })).toEqual([1, 2, 3])
  })

  test('skips lists that are null, but not elements that are', () => {
    expect(asked('x.concat', { x: [[1, null], null, [3]] })).toEqual([1, null, 3])
    expect(typeAsked('x.concat', { x: [[1, null], null, ['a']] })).toBe('list<maybe<number | string>>')
  })

  test('flattens one level, and includes elements that are not lists', () => {
    expect(asked('x.concat', { x: [[[1]], 2, [[3], 4]] })).toEqual([[1], 2, [3], 4])
  })

  test('agrees with flat for lists of values', () => {
    law([fc.array(fc.array(json))], (x) => deepEqual(asked('x.concat', { x }), x.flat()))
  })
})

describe('flatten', () => {
  test('flattens all levels, and includes null', () => {
    expect(asked('x.flatten', { x: [1, [2, [3, [null]]], null, []] })).toEqual([1, 2, 3, null, null])
  })

  test('has the type of the elements that are not lists', () => {
    expect(typeAsked('x.flatten', { x: [[[1]], [['a']]] })).toBe('list<number | string>')
  })
})

describe('unnest', () => {
  test('returns a row for each element of the lists, repeating the other values', () => {
    expect(
      asked('x.unnest', {
        x: [
          { a: [1, 2], b: ['x', 'y'], c: 0 },
          { a: 3, b: 'z', c: 1 },
        ],
      }),
    ).toEqual([
      { a: 1, b: 'x', c: 0 },
      { a: 2, b: 'y', c: 0 },
      { a: 3, b: 'z', c: 1 },
    ])
  })

  test('fills shorter lists with null, and includes a row whose lists are empty', () => {
    expect(
      asked('x.unnest', {
        x: [
          { a: [1, 2], b: [3] },
          { a: [], b: 4 },
        ],
      }),
    ).toEqual([
      { a: 1, b: 3 },
      { a: 2, b: null },
      { a: null, b: 4 },
    ])
  })

  test('does not change null, scalars and runs', () => {
    const runs = [someRun('a')]
    expect(asked('x.unnest', { x: [null, 1] })).toEqual([null, 1])
    expect(asked('runs.unnest', { runs })).toEqual(runs)
  })

  test('has the types of the elements', () => {
    expect(typeAsked('x.unnest', { x: [{ a: [1], b: 'x' }] })).toBe('list<dict<a: maybe<number>, b: string>>')
  })

  test('treats __proto__ as an ordinary key', () => {
    const rows = asked('x.unnest', { x: [JSON.parse('{"__proto__": [1], "a": 2}')] }) as ReadonlyArray<object>
    expect(Object.entries(rows[0] ?? {})).toEqual([
      ['__proto__', 1],
      ['a', 2],
    ])
  })
})

describe('mapEach', () => {
  test('applies a function at any depth, and to a value that is no list', () => {
    expect(asked('[[1, 2], [[3]], null, []].mapEach((row) => row + 1)')).toEqual([[2, 3], [[4]], null, []])
    expect(asked('(1).mapEach((row) => row + 1)')).toBe(2)
    expect(asked('x.mapEach((row) => row.a)', { x: [[{ a: 1 }], [{ a: null }]] })).toEqual([[1], [null]])
    expect(typeAsked('[[1, 2]].mapEach((row) => row > 1)')).toBe('list<list<maybe<boolean>>>')
  })
})

describe('crossProduct', () => {
  test('returns a dict for each combination, the last list varying fastest', () => {
    expect(asked('{a: ["x", "y"], b: [1, 2], c: 3}.crossProduct')).toEqual([
      { a: 'x', b: 1, c: 3 },
      { a: 'x', b: 2, c: 3 },
      { a: 'y', b: 1, c: 3 },
      { a: 'y', b: 2, c: 3 },
    ])
    expect(asked('{a: [1], b: []}.crossProduct')).toEqual([])
    expect(asked('x.crossProduct', { x: {} })).toEqual([{}])
  })

  test('fails before it creates too many dicts', () => {
    expect(asked('[range(0, 1000)].map((k) => {a: k, b: k, c: k}.crossProduct)')).toMatch(/^EvaluationError: This/)
  })
})
