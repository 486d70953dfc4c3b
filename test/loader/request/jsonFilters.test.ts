import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { serializeFilters } from '../../../src/loader/request/jsonFilters.ts'
import { law } from '../../laws/law.ts'
import { failsWith } from '../servers/either.ts'

const cyclic: Record<string, unknown> = {}
cyclic['self'] = cyclic

let deep: unknown = 1
for (let depth = 0; depth < 10_000; depth += 1) deep = depth % 2 === 0 ? [deep] : { deep }

describe('filtersText', () => {
  test('is "{}" for none', () => {
    expect(serializeFilters(undefined)).toEqual(E.right('{}'))
    expect(serializeFilters({})).toEqual(E.right('{}'))
  })

  test('writes -0 as 0, which it equals', () => {
    expect(serializeFilters({ a: -0 })).toEqual(E.right('{"a":0}'))
  })

  test('is equivalent to the object', () => {
    law([fc.dictionary(fc.string(), fc.jsonValue())], (filters) => {
      const text = serializeFilters(filters)
      return E.isRight(text) && text.right === JSON.stringify(filters)
    })
  })

  test('rewrites no key', () => {
    const filters = { display_name: 'a', 'config.lr': { $gt: 0.1 }, $or: [{ 'summary_metrics.a.b': null }] }
    expect(serializeFilters(filters)).toEqual(E.right(JSON.stringify(filters)))
  })

  test('writes a date as ISO text', () => {
    expect(serializeFilters({ createdAt: { $gt: new Date(0) } })).toEqual(
      E.right('{"createdAt":{"$gt":"1970-01-01T00:00:00.000Z"}}'),
    )
  })

  test.each([
    ['undefined', { state: undefined }],
    ['NaN', { a: { $gt: Number.NaN } }],
    ['Infinity', { a: { $lt: Number.POSITIVE_INFINITY } }],
    ['a function', { a: () => 1 }],
    ['a symbol', { a: Symbol('a') }],
    ['a bigint', { a: 1n }],
    ['a regular expression', { a: { $regex: /x/ } }],
    ['an invalid date', { a: new Date(Number.NaN) }],
    ['a set', { a: { $in: new Set(['x']) } }],
    ['a map', { a: new Map() }],
    ['undefined in a list', { a: { $in: [1, undefined] } }],
    ['a hole of a list', { a: { $in: new Array(2) } }],
    ['a cycle', cyclic],
    ['a boxed number', { a: Object(1) }],
    ['a boxed number in a list', { a: { $in: [Object(1)] } }],
    ['-Infinity', { a: { $gt: Number.NEGATIVE_INFINITY } }],
    ['what writes itself', { a: { toJSON: () => 1 } }],
    ['what writes itself, hidden', { a: Object.defineProperty({}, 'toJSON', { value: () => 1 }) }],
    ['a list that writes itself', { a: Object.assign([1], { toJSON: () => 2 }) }],
    ['a date that writes itself', { a: Object.assign(new Date(0), { toJSON: () => 'b' }) }],
    ['a symbol for a key', { a: { [Symbol('b')]: 1 } }],
    ['an instance of a class', { a: new (class Query {})() }],
    ['10,000 levels', { a: deep }],
  ])('refuses %s, which JSON would lose', (_, filters) => {
    expect(failsWith('InvalidQuery', serializeFilters(filters)).field).toMatch(/^filters\./)
  })

  test.each([null, [], 'state=finished', 7])('refuses %j', (filters) => {
    expect(failsWith('InvalidQuery', serializeFilters(filters)).message).toMatch(/must be an object/)
  })

  test('names the place', () => {
    expect(failsWith('InvalidQuery', serializeFilters({ $and: [{ a: { $gt: Number.NaN } }] })).field).toBe(
      'filters.$and.0.a.$gt',
    )
  })
})
