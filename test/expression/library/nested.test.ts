import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSame } from '../../../src/ops/isSame.ts'
import { json } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'
import { asked, typeAsked } from './asked.ts'
import { someRun } from './someRuns.ts'

describe('concat', () => {
  test('makes one list of many', () => {
    expect(asked('x.concat', { x: [[1], [2, 3]] })).toEqual([1, 2, 3])
  })

  test('passes over lists that are null, and keeps elements that are', () => {
    expect(asked('x.concat', { x: [[1, null], null, [3]] })).toEqual([1, null, 3])
    expect(typeAsked('x.concat', { x: [[1, null], null, ['a']] })).toBe('list<maybe<number | string>>')
  })

  test('opens one level, and leaves what is no list', () => {
    expect(asked('x.concat', { x: [[[1]], 2, [[3], 4]] })).toEqual([[1], 2, [3], 4])
  })

  test('is what flat does to lists of values', () => {
    law([fc.array(fc.array(json))], (x) => isSame(asked('x.concat', { x }), x.flat()))
  })
})

describe('flatten', () => {
  test('opens all levels, and keeps null', () => {
    expect(asked('x.flatten', { x: [1, [2, [3, [null]]], null, []] })).toEqual([1, 2, 3, null, null])
  })

  test('has the type of what is no list', () => {
    expect(typeAsked('x.flatten', { x: [[[1]], [['a']]] })).toBe('list<number | string>')
  })
})

describe('unnest', () => {
  test('gives a row for each element of the lists, with the rest again', () => {
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

  test('gives null where a list is shorter, and keeps a row whose lists are empty', () => {
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

  test('leaves null, scalars and runs as they are', () => {
    const runs = [someRun('a')]
    expect(asked('x.unnest', { x: [null, 1] })).toEqual([null, 1])
    expect(asked('runs.unnest', { runs })).toEqual(runs)
  })

  test('has the types of the elements', () => {
    expect(typeAsked('x.unnest', { x: [{ a: [1], b: 'x' }] })).toBe('list<dict<a: maybe<number>, b: string>>')
  })

  test('keeps a key called __proto__', () => {
    const rows = asked('x.unnest', { x: [JSON.parse('{"__proto__": [1], "a": 2}')] }) as ReadonlyArray<object>
    expect(Object.entries(rows[0] ?? {})).toEqual([
      ['__proto__', 1],
      ['a', 2],
    ])
  })
})
