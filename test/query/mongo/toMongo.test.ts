import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  and,
  between,
  column,
  contains,
  eq,
  everything,
  exists,
  type Filter,
  gt,
  gte,
  hasTag,
  type InvalidQuery,
  isIn,
  lt,
  matchesPattern,
  ne,
  not,
  nothing,
  notIn,
  or,
  toMongo,
} from 'wandb-run-ops/query'

const lr = column.config('lr')
const loss = column.summary('val/loss')
const finished = eq(column.state, 'finished')
const noon = new Date('2026-11-21T12:00:00Z')

const refusal = (filter: Filter): InvalidQuery => {
  const mongo = toMongo(filter)
  if (E.isRight(mongo)) throw new Error(`is said: ${JSON.stringify(mongo.right)}`)
  return mongo.left
}

/** A stored value, which need not be a filter. */
const stored = (u: unknown): Filter => u as Filter

describe('toMongo', () => {
  test.each<[string, Filter, object]>([
    ['every run', everything, {}],
    ['no run', nothing, { name: { $in: [] } }],
    ['not every run', not(everything), { name: { $in: [] } }],
    ['a text', finished, { state: 'finished' }],
    ['its opposite', ne(column.state, 'finished'), { state: { $ne: 'finished' } }],
    ['null', eq(lr, null), { 'config.lr': { $eq: null } }],
    ['a list', eq(lr, [1, 2]), { 'config.lr': { $eq: [1, 2] } }],
    ['a dict', eq(lr, { a: 1 }), { 'config.lr': { $eq: { a: 1 } } }],
    ['one of several', isIn(column.id, ['a', 'b']), { name: { $in: ['a', 'b'] } }],
    ['none of several', notIn(lr, [1, null]), { 'config.lr': { $nin: [1, null] } }],
    ['a comparison', gt(loss, 0.5), { 'summary_metrics.val/loss': { $gt: 0.5 } }],
    ['its opposite, which holds where nothing is', not(gt(lr, 1)), { $nor: [{ 'config.lr': { $gt: 1 } }] }],
    ['a key that is there', exists(lr), { 'config.lr': { $exists: true } }],
    ['a key that is not', not(exists(loss)), { 'summary_metrics.val/loss': { $exists: false } }],
    ['a field that is there', exists(column.group), { group: { $ne: null } }],
    ['a field that is not', not(exists(column.group)), { group: null }],
    ['a nested key, behind the wrapper', eq(column.config('a', 'value'), 1), { 'config.a.value.value': 1 }],
    ['a nested key of the summary', eq(column.summary('a', 'b'), 1), { 'summary_metrics.a.b': 1 }],
    ['an element of a list', eq(column.config('a', '0'), 1), { 'config.a.value.0': 1 }],
    ['a tag', hasTag('best'), { tags: 'best' }],
    ['a user', eq(column.user, 'ada'), { username: 'ada' }],
    ['a sweep', eq(column.sweepName, 's1'), { sweep: 's1' }],
    ['seconds', gt(column.runtime, 60), { duration: { $gt: 60 } }],
    ['a moment', gt(column.createdAt, noon), { createdAt: { $gt: '2026-11-21T12:00:00.000Z' } }],
    [
      'a time in another format',
      stored({ _tag: 'Gt', column: column.heartbeatAt, value: '2026-11-21 13:00:00+01:00' }),
      { heartbeatAt: { $gt: '2026-11-21T12:00:00.000Z' } },
    ],
    [
      'an interval',
      between(column.createdAt, { start: noon, end: noon }),
      { createdAt: { $gte: noon.toISOString(), $lte: noon.toISOString() } },
    ],
    ['a part of a text', contains(column.group, 'a.b\\*'), { group: { $regex: 'a\\.b\\\\\\*' } }],
    ['an expression', matchesPattern(lr, /^res/i), { 'config.lr': { $regex: '(?i)^res' } }],
  ])('translates %s', (_, filter, mongo) => {
    expect(toMongo(filter)).toEqual(E.right(mongo))
  })

  test('compares the name with the display name, or with the id if there is none', () => {
    const named = { $or: [{ displayName: 'a' }, { displayName: { $eq: null }, name: 'a' }] }
    expect(toMongo(eq(column.name, 'a'))).toEqual(E.right(named))
    expect(toMongo(ne(column.name, 'a'))).toEqual(E.right({ $nor: named.$or }))
    expect(toMongo(exists(column.name))).toEqual(E.right({}))
    expect(toMongo(eq(column.name, null))).toEqual(toMongo(nothing))
  })

  test.each<[string, Filter, object]>([
    ['fields that differ', and(finished, gt(lr, 1)), { state: 'finished', 'config.lr': { $gt: 1 } }],
    ['operators on one field', and(gte(lr, 1), lt(lr, 2)), { 'config.lr': { $gte: 1, $lt: 2 } }],
  ])('merges %s into one object', (_, filter, mongo) => {
    expect(toMongo(filter)).toEqual(E.right(mongo))
  })

  test('separates conditions that would overwrite each other', () => {
    expect(toMongo(and(hasTag('a'), hasTag('b')))).toEqual(E.right({ $and: [{ tags: 'a' }, { tags: 'b' }] }))
    expect(toMongo(and(gt(lr, 1), gt(lr, 2)))).toEqual(
      E.right({ $and: [{ 'config.lr': { $gt: 1 } }, { 'config.lr': { $gt: 2 } }] }),
    )
    const either = or(finished, gt(lr, 1))
    expect(toMongo(and(either, or(finished, hasTag('b'))))).toMatchObject(E.right({ $and: [{}, {}] }))
    expect(toMongo(and(either, not(either)))).toEqual(
      E.right({
        $or: [{ state: 'finished' }, { 'config.lr': { $gt: 1 } }],
        $nor: [{ state: 'finished' }, { 'config.lr': { $gt: 1 } }],
      }),
    )
  })

  test.each<[string, Filter, string, RegExp]>([
    [
      'a field without a filter',
      contains(column.notes, 'a'),
      'filters.notes',
      /not available on the server: use split/,
    ],
    ['system metrics', exists(column.systemMetrics('gpu')), 'filters.systemMetrics.gpu', /not available on the server/],
    ['a history', gt(column.history('loss').min, 1), 'filters.history.loss.min', /not available on the server/],
    ['the project', eq(column.project, 'vision'), 'filters.project', /not available on the server/],
    ['a key with a dot', eq(column.config('a.b'), 1), 'filters.config["a.b"]', /dot, which .* nesting/],
    ['an empty key', eq(column.summary('a', ''), 1), 'filters.summary.a[""]', /empty key/],
    ['no key', stored({ _tag: 'Exists', column: { _tag: 'Config', path: [] } }), 'filters.config', /has no key/],
    ["W&B's own entry", exists(column.config('_wandb')), 'filters.config._wandb', /own entries/],
    ['half of a key', exists(column.config('\ud83d')), 'filters.config["\\ud83d"]', /surrogate/],
    ['NaN', eq(lr, Number.NaN), 'filters.config.lr', /compared with NaN, which JSON cannot represent/],
    ['an infinite number in a list', isIn(lr, [[Number.POSITIVE_INFINITY]]), 'filters.config.lr', /Infinity/],
    ['half of a character', eq(lr, '\ud83d'), 'filters.config.lr', /surrogate/],
    ['what looks like an operator', eq(lr, { $gt: 1 }), 'filters.config.lr', /operator/],
    ['tags as a list', eq(column.tags, ['A'] as never), 'filters.tags', /compared with a list.*use \{ tags: "A" \}/],
    ['a list of tags among several', isIn(column.tags, [['A']] as never), 'filters.tags', /compared with a list/],
    ['a field as a dict', eq(column.name, { a: 1 } as never), 'filters.name', /compared with a dict/],
    ['an order of null', stored({ _tag: 'Gt', column: lr, value: null }), 'filters.config.lr', /no order/],
    ['an invalid date', gt(column.createdAt, new Date(Number.NaN)), 'filters.createdAt', /not a time/],
    ['a year of five digits', gt(column.createdAt, new Date(8e15)), 'filters.createdAt', /not a time/],
    ['an expression that looks ahead', matchesPattern(lr, /a(?=b)/), 'filters.config.lr', /lookahead/],
    ['what is undefined', stored({ _tag: 'Eq', column: lr }), 'filters.config.lr', /undefined/],
    ['an unknown kind', stored({ _tag: 'Like', column: lr }), 'filters.config.lr', /must be a filter/],
    ['null', stored(null), 'filters', /must be a filter/],
    ['no column', stored({ _tag: 'Eq', column: { _tag: 'Config' }, value: 1 }), 'filters.column', /must be a column/],
  ])('rejects %s', (_, filter, field, reason) => {
    expect(refusal(filter)).toEqual({ _tag: 'InvalidQuery', field, reason: expect.stringMatching(reason) })
  })

  test('reports the path of what it rejects', () => {
    const hidden = and(finished, not(or(finished, exists(column.notes))))
    expect(refusal(hidden).field).toBe('filters.1.not.1.notes')
    expect(refusal(eq(column.name, '\ud83d')).field).toBe('filters.name')
  })

  test('rejects a filter that contains itself', () => {
    const cyclic: { _tag: 'Not'; filter?: Filter } = { _tag: 'Not' }
    cyclic.filter = stored(cyclic)
    expect(refusal(stored(cyclic)).reason).toMatch(/nested too deeply/)
  })
})
