import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deepEqual } from '../../../src/ops/compareValues.ts'
import { dict } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'
import { asked, typeAsked } from './asked.ts'

const d = { x: 1, y: 'a', z: null }

describe('keys and values', () => {
  test('are in the order of the dict', () => {
    expect(asked('d.keys', { d })).toEqual(['x', 'y', 'z'])
    expect(asked('d.values', { d })).toEqual([1, 'a', null])
    expect(typeAsked('d.values', { d })).toBe('list<maybe<number | string>>')
  })

  test('map over a list of dicts, and return null for null', () => {
    expect(asked('x.keys', { x: [{ a: 1 }, null, {}] })).toEqual([['a'], null, []])
  })

  test('match: each value is the one at its key', () => {
    law([dict], (given) => {
      const keys = asked('d.keys', { d: given }) as ReadonlyArray<string>
      return deepEqual(
        asked('d.values', { d: given }),
        keys.map((key) => given[key] ?? null),
      )
    })
  })

  test('are shadowed by an entry of that name', () => {
    expect(asked('d.keys', { d: { keys: 5 } })).toBe(5)
  })
})

describe('keytypes', () => {
  test('returns each key with the type of its value', () => {
    expect(asked('d.keytypes', { d: { x: 1, l: ['a'] } })).toEqual([
      { key: 'x', type: 'number' },
      { key: 'l', type: 'list<string>' },
    ])
  })
})

describe('merge', () => {
  test('has the entries of both; the second takes precedence, even with null', () => {
    expect(asked('d.merge({x: 2, w: 3, y: null})', { d })).toEqual({ x: 2, y: null, z: null, w: 3 })
    expect(typeAsked('d.merge({x: "b", w: 3})', { d })).toBe('dict<x: string, y: string, z: none, w: number>')
  })

  test('does not merge nested dicts', () => {
    expect(asked('d.merge({x: {b: 2}})', { d: { x: { a: 1 } } })).toEqual({ x: { b: 2 } })
  })

  test('is null if either is null', () => {
    expect(asked('d.merge(e)', { d, e: null })).toBe(null)
    expect(asked('d.merge(e)', { d: null, e: {} })).toBe(null)
  })

  test('treats __proto__ as an ordinary key', () => {
    const merged = asked('d.merge(e)', { d: {}, e: JSON.parse('{"__proto__": 1}') }) as object
    expect(Object.keys(merged)).toEqual(['__proto__'])
  })

  test('is that of spreading one dict and then the other', () => {
    law([fc.tuple(dict, dict)], ([one, other]) => {
      const merged = asked('d.merge(e)', { d: one, e: other })
      return deepEqual(merged, { ...one, ...other })
    })
  })
})

describe('pick', () => {
  test('agrees with a string in square brackets', () => {
    expect(asked('d.pick("y")', { d })).toBe('a')
    expect(asked('x.pick("a.b")', { x: [{ a: { b: 1 } }, null] })).toEqual([1, null])
    expect(typeAsked('d.pick("y")', { d })).toBe('string')
    expect(typeAsked('d.pick("none")', { d })).toBe('none')
  })

  test('is null for a key that is null', () => {
    expect(asked('d.pick(null)', { d })).toBe(null)
  })
})
