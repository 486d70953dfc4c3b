import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { reportRuns } from 'wandb-run-ops/ops'
import { and, column, contains, eq, gt } from 'wandb-run-ops/query'
import { serializeRunFilters } from '../../../src/loader/request/filters.ts'
import { serializeFilters } from '../../../src/loader/request/jsonFilters.ts'
import { failsWith } from '../servers/either.ts'

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
      group: { $exists: true },
      $or: [{ state: null }],
    }
    expect(await serializeRunFilters(filters)).toEqual(E.right(JSON.stringify(filters)))
    expect(await serializeRunFilters({ createdAt: { $gt: new Date(0) } })).toEqual(
      serializeFilters({ createdAt: { $gt: new Date(0) } }),
    )
  })

  test('sends $all as $and, which the server supports', async () => {
    expect(await serializeRunFilters({ tags: { $all: ['a', 'b'] }, state: 'finished' })).toEqual(
      E.right('{"$and":[{"tags":"a"},{"tags":"b"},{"state":"finished"}]}'),
    )
  })

  test.each<[object, RegExp]>([
    [{ tags: ['train'] }, /use \{ tags: "train" \}/],
    [eq(column.tags, ['A'] as never), /use \{ tags: "A" \}/],
    [{ tags: { $size: 2 } }, /not supported/],
    [{ state: { $not: { $eq: 'a' } } }, /\$nor/],
    [{ display_name: { $regex: '^(?!base)' } }, /looks around, which RE2 does not support: use \$nor/],
  ])('refuses %j, which the server answers with an error', async (filters, reason) => {
    const error = failsWith('InvalidQuery', await serializeRunFilters(filters as Readonly<Record<string, unknown>>))
    expect(error.reason).toMatch(reason)
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
