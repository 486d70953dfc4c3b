import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { reportRuns } from 'wandb-run-ops/ops'
import { and, column, contains, eq, gt } from 'wandb-run-ops/query'
import { serializeFilters, serializeRunFilters } from '../../../src/loader/request/filters.ts'
import { law } from '../../laws/law.ts'
import { failsWith } from '../servers/either.ts'

const cyclic: Record<string, unknown> = {}
cyclic['self'] = cyclic

describe('filtersText', () => {
  test('is "{}" for none', () => {
    expect(serializeFilters(undefined)).toEqual(E.right('{}'))
    expect(serializeFilters({})).toEqual(E.right('{}'))
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

describe('runFiltersText', () => {
  test('converts a filter to the language of the server', async () => {
    const filter = and(eq(column.state, 'finished'), gt(column.config('lr'), 0.1))
    expect(await serializeRunFilters(filter)).toEqual(E.right('{"state":"finished","config.lr":{"$gt":0.1}}'))
    expect(await serializeRunFilters(undefined)).toEqual(E.right('{}'))
  })

  test('sends an object as it is, with fields and operators that only the server knows', async () => {
    const filters = {
      host: 'a',
      'tags.best': true,
      tags: { $size: 2 },
      group: { $exists: true },
      $or: [{ state: null }],
    }
    expect(await serializeRunFilters(filters)).toEqual(E.right(JSON.stringify(filters)))
    expect(await serializeRunFilters({ createdAt: { $gt: new Date(0) } })).toEqual(
      serializeFilters({ createdAt: { $gt: new Date(0) } }),
    )
  })

  test('takes what a section of a report is about', async () => {
    const filters = [
      { key: { section: 'run', name: 'createdAt' }, op: '>=', value: '2026-11-21T00:00:00.000Z' },
      { key: { section: 'tags', name: 'best' }, op: '=', value: false },
      { key: { section: 'config', name: 'lr.value' }, op: 'IN', value: [0.1, null] },
      { key: { section: 'keys_info', name: 'loss' }, op: '!=', value: null },
      { key: { section: 'run', name: 'displayName' }, op: 'REGEX', value: '(?i:a)b' },
    ]
    const section = { name: undefined, openRunSet: 0, runSets: [{ filters: { op: 'AND', filters } }], panels: [] }
    const asked = reportRuns({ entity: 'team', project: 'vision' }, section)
    expect(asked?.untranslated).toEqual([])
    expect(await serializeRunFilters(asked?.filters)).toEqual(E.right(JSON.stringify(asked?.filters)))
  })

  test.each<[string, object, string, RegExp]>([
    ['an unknown operator', { state: { $like: 'a' } }, 'filters.state.$like', /expected one of/],
    ['a name that the server lacks', { $and: [{ id: 'a' }] }, 'filters.$and.0.id', /use name/],
    ['another', { 'summary.loss': 1 }, 'filters.summary.loss', /summary_metrics/],
    ['NaN', { $or: [{ a: Number.NaN }] }, 'filters.$or.0.a', /finite number, got NaN/],
    ['null in place of a filter', { $and: [null] }, 'filters.$and.0', /leave it out/],
    ['a filter of what the server does not know', contains(column.notes, 'a'), 'filters.notes', /use split/],
    ['a filter that is none', { _tag: 'Like' }, 'filters.column', /must be a column/],
  ])('refuses %s', async (_, filters, field, reason) => {
    const error = failsWith('InvalidQuery', await serializeRunFilters(filters as Readonly<Record<string, unknown>>))
    expect([error.field, error.reason]).toEqual([field, expect.stringMatching(reason)])
  })
})
