import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainCells, taggedCells } from '../../../src/expression/values/cells.ts'
import { fastSubscript, subscriptCell } from '../../../src/expression/values/path.ts'
import { queryKey, queryValue } from '../../arbitraries/query.ts'
import { caseCount } from '../../laws/law.ts'
import { asked, typeAsked } from '../library/asked.ts'
import { someRun } from '../library/someRuns.ts'

describe('a string in square brackets', () => {
  test('finds a value in a dict, and in each dict of a list', () => {
    expect(asked('x["a"]', { x: { a: 42 } })).toBe(42)
    expect(typeAsked('x["a"]', { x: { a: 42 } })).toBe('number')
    const x = [{ a: 42 }, { a: 'hello', b: false }]
    expect(asked('x["a"]', { x })).toEqual([42, 'hello'])
  })

  test('has the type of any value or null, for a key that is not a literal', () => {
    const x = [{ a: 42, b: 'x', c: false }]
    expect(asked('x[key]', { x, key: 'a' })).toEqual([42])
    expect(typeAsked('x[key]', { x, key: 'a' })).toBe('list<maybe<number | string | boolean>>')
  })

  test('has the type of each member of a union, or null for a member that lacks the key', () => {
    const x = [{ a: 42, b: 1 }, { a: 'hello' }]
    expect(typeAsked('x["a"]', { x })).toBe('list<number | string>')
    expect(typeAsked('x["b"]', { x })).toBe('list<maybe<number>>')
    expect(typeAsked('x["c"]', { x })).toBe('list<none>')
    expect(typeAsked('x["a"]', { x: [{ a: 1 }, 5] })).toBe('list<maybe<number>>')
    expect(typeAsked('x["abc".slice(0, 1)]', { x })).toBe('maybe<list<maybe<number | string>>>')
    expect(asked('x["a"]', { x: [5, 'text'] })).toMatch(/^TypeError/)
  })

  test('is null for a missing key, for null, and for inherited properties', () => {
    for (const key of ['none', 'constructor', 'toString', '__proto__', 'length'])
      expect(asked(`x["${key}"]`, { x: { a: 1 } })).toBe(null)
    expect(asked('x["a"]', { x: null })).toBe(null)
    expect(asked('x["a"]["b"]', { x: { a: null } })).toBe(null)
  })

  test('follows dots through dicts, and propagates null', () => {
    const x = [{ arr1: { a: 1 } }, { arr1: { a: 2 } }, { arr1: { a: 5 } }, { arr1: null }]
    expect(asked('x["arr1.a"]', { x })).toEqual([1, 2, 5, null])
    expect(asked('x["arr1.d"]', { x })).toEqual([null, null, null, null])
    expect(typeAsked('x["arr1.d"]', { x: [{ arr1: { a: 1 } }] })).toBe('list<none>')
    expect(typeAsked('x["arr1.a"]', { x: [{ arr1: { a: 1 } }] })).toBe('list<number>')
  })

  test('finds an element of a list by its index in a path, as a column does', () => {
    const x = {
      encoder: ['linear'],
      layers: [64, 32],
      l: [{ a: 1 }, null, [{ a: 2 }]],
      ids: { '0': 'zero', '-1': 'minus' },
    }
    expect(asked('x["encoder.0"]', { x })).toBe('linear')
    expect(typeAsked('x["encoder.0"]', { x })).toBe('maybe<string>')
    expect(asked('x["layers.1"]', { x })).toBe(32)
    expect(asked('x["layers.2"]', { x })).toBe(null)
    expect(asked('x["l.0.a"]', { x })).toBe(1)
    expect(asked('x["l.2.0.a"]', { x })).toBe(2)
    expect(asked('x["l.1.a"]', { x })).toBe(null)
    for (const path of ['layers.-1', 'layers.01', 'layers.length', 'layers.', 'l.*.length'])
      expect([null, [null, null, null]]).toContainEqual(asked(`x["${path}"]`, { x }))
    expect(asked('x["ids.0"]', { x })).toBe('zero')
    expect(asked('x["ids.-1"]', { x })).toBe('minus')
  })

  test('does not go over the elements of a list without *', () => {
    expect(asked('x["a.b"]', { x: { a: [{ b: 1 }] } })).toBe(null)
    expect(typeAsked('x["a.b"]', { x: { a: [{ b: 1 }] } })).toBe('none')
    expect(asked('x["a.*.b"]', { x: { a: [{ b: 1 }] } })).toEqual([1])
    expect(asked('x["l.a"]', { x: { l: [{ a: 1 }, null, [{ a: 2 }]] } })).toBe(null)
  })

  test('finds an element in the config of each run', () => {
    const runs = [someRun('a', { encoder: ['linear'], layers: [64, 32] }), someRun('b', {})]
    expect(asked('runs.config["encoder.0"]', { runs })).toEqual(['linear', null])
    expect(asked('runs.config["layers.1"].sum', { runs })).toBe(32)
  })

  test('is null for null in brackets', () => {
    expect(asked('x[null]', { x: { a: 1 } })).toBe(null)
    expect(asked('x[null]', { x: [1, 2, 3] })).toBe(null)
    expect(asked('x.pick(null)', { x: { a: 1 } })).toBe(null)
    expect(asked('x[key]', { x: [{ a: 1 }], key: null })).toBe(null)
    expect(typeAsked('x[null]', { x: [1, 2, 3] })).toBe('none')
    expect(asked('x[null]', { x: null })).toBe(null)
  })

  test('keeps the keys of a dict and the positions of a list at *', () => {
    const x = { p: { a: 1, q: [{ b: 1 }, { b: 2 }] }, r: { a: 3, q: [] }, s: null }
    expect(asked('x["*.a"]', { x })).toEqual({ p: 1, r: 3, s: null })
    expect(asked('x["*.q.*.b"]', { x })).toEqual({ p: [1, 2], r: [], s: null })
    expect(asked('x["p.*"]', { x })).toEqual(x.p)
    expect(asked('x["*.*.x"]', { x: { d: { e: { x: 1 }, f: { x: 2 } } } })).toEqual({ d: { e: 1, f: 2 } })
    expect(asked('x["*.a"]', { x: [{ b: { a: 1 }, c: { a: 2 } }] })).toEqual([{ b: 1, c: 2 }])
    expect(asked('x["*.*.a"]', { x: { 0: { c: 4, t_2: { a: 'a' } } } })).toEqual({ 0: { c: null, t_2: 'a' } })
    expect(asked('x["*.a"]', { x: { list: [{ a: 1 }], one: { a: 2 } } })).toEqual({ list: null, one: 2 })
    expect(typeAsked('x["*.b"]', { x: { a: { b: 1 }, c: { b: 2 } } })).toBe('dict<a: number, c: number>')
    expect(asked('x["*"]', { x: JSON.parse('{ "__proto__": 1 }') })).toEqual(JSON.parse('{ "__proto__": 1 }'))
    expect(asked('x["*.a"]', { x: 5 })).toMatch(/^TypeError/)
  })

  test('keeps the keys of inner dicts at *, and null for null', () => {
    const x = [{ arr3: { one: { inner: [{ b: 1 }, { b: 2 }] } } }, { arr3: { one: { inner: [] } } }, null]
    expect(asked('x["arr3.*.inner.*.b"]', { x })).toEqual([{ one: [1, 2] }, { one: [] }, null])
  })

  test('tries the exact key before the path, and reads \\\\. as a dot', () => {
    const x = { 'a.b': 1, a: { b: 2 }, 'IOU_0.5': { 'x.y': 3 }, '*': 4 }
    expect(asked('x["a.b"]', { x })).toBe(1)
    expect(asked('x["IOU_0\\\\.5"]', { x })).toEqual({ 'x.y': 3 })
    expect(asked('x["IOU_0\\\\.5.x\\\\.y"]', { x })).toBe(3)
    expect(asked('x["*"]', { x })).toBe(4)
  })

  test('includes null in its type if one of several dicts lacks the key', () => {
    const x = [{ a: 1, b: 2 }, { a: 1 }]
    expect(asked('x["b"]', { x })).toEqual([2, null])
  })

  test('reads values built by the expression, with their tags', () => {
    const runs = [someRun('a', { lr: 1 }), someRun('b', { lr: 2 })]
    expect(asked('runs.map((row) => {c: row.config})["c.lr"].run.id', { runs })).toEqual(['a', 'b'])
    expect(asked('runs.map((row) => {c: row.config})["*.lr"]', { runs })).toEqual([{ c: 1 }, { c: 2 }])
    expect(asked('runs.map((row) => {c: row.config})["*.lr"].map((row) => row.c.run.id)', { runs })).toEqual(['a', 'b'])
    expect(asked('runs.map((row) => {c: row.config, r: row.run})["c.value"]', { runs })).toEqual([null, null])
  })
})

const missing = fc.constantFrom(undefined, null, new Date(0))
const value = fc.oneof(queryValue, fc.array(fc.oneof(queryValue, missing), { maxLength: 4 }), missing)
const key = fc.oneof(queryKey, fc.constantFrom('a.*', '*', 'a\\.b', 'b.a', 'toString', 'a.0', 'a.0.b'))

describe('pickBy', () => {
  test('agrees with pickCell for untagged cells', () => {
    const agrees = (asked: unknown, by: string): boolean =>
      isDeepStrictEqual(fastSubscript(plainCells(), by)(asked), subscriptCell(plainCells(), asked, by))
    fc.assert(fc.property(value, key, agrees), { numRuns: caseCount() })
  })

  test('agrees with pickCell for tagged cells', () => {
    const agrees = (asked: unknown, by: string): boolean => {
      const cells = taggedCells(['groupkey'])
      const cell = cells.tag(asked, 'groupkey', 1)
      const [one, other] = [fastSubscript(cells, by)(cell), subscriptCell(cells, cell, by)]
      return (
        isDeepStrictEqual(cells.plain(one), cells.plain(other)) &&
        cells.tagOf(one, 'groupkey') === 1 &&
        cells.tagOf(other, 'groupkey') === 1
      )
    }
    fc.assert(fc.property(value, key, agrees), { numRuns: caseCount() })
  })

  test('spends the same budget as pickCell', () => {
    const spent = (pick: (cells: ReturnType<typeof plainCells>) => unknown): number => {
      let sum = 0
      pick({ ...plainCells(), spendBudget: (elements) => (sum += elements) })
      return sum
    }
    const nested = [{ a: 1 }, [{ a: 2 }, { 'a.b': [1] }], null]
    for (const by of ['a', 'a.b', '*'])
      expect(spent((cells) => fastSubscript(cells, by)(nested))).toBe(
        spent((cells) => subscriptCell(cells, nested, by)),
      )
  })
})
