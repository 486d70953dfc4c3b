import { describe, expect, test } from 'vitest'
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

  test('is null for a missing key, for null, and for inherited properties', () => {
    for (const key of ['none', 'constructor', 'toString', '__proto__', 'length'])
      expect(asked(`x["${key}"]`, { x: { a: 1 } })).toBe(null)
    expect(asked('x["a"]', { x: null })).toBe(null)
    expect(asked('x["a"]["b"]', { x: { a: null } })).toBe(null)
  })

  test('follows dots through dicts and lists, and propagates null', () => {
    const x = [{ arr1: { a: 1 } }, { arr1: { a: 2 } }, { arr1: { a: 5 } }, { arr1: null }]
    expect(asked('x["arr1.a"]', { x })).toEqual([1, 2, 5, null])
    expect(asked('x["arr1.d"]', { x })).toEqual([null, null, null, null])
    expect(typeAsked('x["arr1.d"]', { x: [{ arr1: { a: 1 } }] })).toBe('list<none>')
    expect(typeAsked('x["arr1.a"]', { x: [{ arr1: { a: 1 } }] })).toBe('list<number>')
    expect(asked('x["l.a"]', { x: { l: [{ a: 1 }, null, [{ a: 2 }]] } })).toEqual([1, null, [2]])
  })

  test('expands * to all keys of a dict and all elements of a list', () => {
    const x = { p: { a: 1, q: [{ b: 1 }, { b: 2 }] }, r: { a: 3, q: [] }, s: null }
    expect(asked('x["*.a"]', { x })).toEqual([1, 3, null])
    expect(asked('x["*.q.*.b"]', { x })).toEqual([[1, 2], [], null])
    expect(asked('x["p.*"]', { x })).toEqual([1, [{ b: 1 }, { b: 2 }]])
    expect(asked('x["*.*.x"]', { x: { d: { e: { x: 1 }, f: { x: 2 } } } })).toEqual([[1, 2]])
    expect(asked('x["*.a"]', { x: 5 })).toMatch(/^TypeError/)
  })

  test('expands * over inner lists to a list for each, and null for null', () => {
    const x = [{ arr3: { one: { inner: [{ b: 1 }, { b: 2 }] } } }, { arr3: { one: { inner: [] } } }, null]
    expect(asked('x["arr3.*.inner.*.b"]', { x })).toEqual([[[1, 2]], [[]], null])
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
    expect(asked('runs.map((row) => {c: row.config})["*.lr"]', { runs })).toEqual([[1], [2]])
    expect(asked('runs.map((row) => {c: row.config, r: row.run})["c.value"]', { runs })).toEqual([null, null])
  })
})
