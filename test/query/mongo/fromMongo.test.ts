import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  and,
  column,
  contains,
  eq,
  everything,
  exists,
  type Filter,
  fromMongo,
  gt,
  isIn,
  lte,
  matchesPattern,
  ne,
  not,
  nothing,
  notIn,
  or,
} from 'wandb-run-ops/query'
import { checkMongo } from '../../../src/query/mongo/fromMongo.ts'

const lr = column.config('lr')
const midnight = new Date('2026-11-21T00:00:00Z')

describe('fromMongo', () => {
  test.each<[unknown, Filter]>([
    [{}, everything],
    [{ $and: [] }, everything],
    [{ $or: [] }, nothing],
    [{ $or: [{ $and: [{}] }] }, everything],
    [{ state: 'finished' }, eq(column.state, 'finished')],
    [{ display_name: 'a', displayName: 'b' }, and(eq(column.displayName, 'a'), eq(column.displayName, 'b'))],
    [{ name: 'a1b2c3d4' }, eq(column.id, 'a1b2c3d4')],
    [{ username: 'ada' }, eq(column.user, 'ada')],
    [{ sweep: null }, eq(column.sweepName, null)],
    [{ duration: { $gt: 60 } }, gt(column.runtime, 60)],
    [{ tags: { $all: ['a', 'b'] } }, and(eq(column.tags, 'a'), eq(column.tags, 'b'))],
    [{ tags: { $all: [] } }, nothing],
    [{ 'config.lr': 1 }, eq(lr, 1)],
    [{ 'config.lr.value': { a: 1 } }, eq(lr, { a: 1 })],
    [{ 'config.a.value.b': 1 }, eq(column.config('a', 'b'), 1)],
    [{ 'config.a.b.value': 1 }, eq(column.config('a', 'b', 'value'), 1)],
    [{ 'config.value': 1 }, eq(column.config('value'), 1)],
    [{ 'summary_metrics.val/loss': 1 }, eq(column.summary('val/loss'), 1)],
    [{ 'summaryMetrics.a.value': 1 }, eq(column.summary('a', 'value'), 1)],
    [{ 'system_metrics.gpu': 1 }, eq(column.systemMetrics('gpu'), 1)],
    [{ 'config.lr': { $gt: 1, $lte: 2, $ne: 1.5 } }, and(gt(lr, 1), lte(lr, 2), ne(lr, 1.5))],
    [{ 'config.lr': { $in: [1, null] } }, isIn(lr, [1, null])],
    [{ 'config.lr': { $nin: ['a'] } }, notIn(lr, ['a'])],
    [{ 'config.lr': { $exists: false } }, not(exists(lr))],
    [{ 'config.lr': { $contains: '.*' } }, contains(lr, '.*')],
    [{ 'config.lr': { $regex: '^a' } }, matchesPattern(lr, /^a/)],
    [{ 'config.lr': { $regex: '(?i)^a', $options: 'is' } }, matchesPattern(lr, /^a/i)],
    [{ 'config.lr': { $options: 'i', $regex: '^a' } }, matchesPattern(lr, /^a/i)],
    [{ createdAt: { $gt: '2026-11-21' } }, gt(column.createdAt, midnight)],
    [{ created_at: { $gt: '2026-11-21T00' } }, gt(column.createdAt, midnight)],
    [{ created_at: { $gt: '2026-11-20 19:00:00-05:00' } }, gt(column.createdAt, midnight)],
    [{ heartbeat_at: null }, eq(column.heartbeatAt, null)],
    [{ heartbeatAt: { $in: [null, '2026-11-21'] } }, isIn(column.heartbeatAt, [null, midnight])],
    [
      { $nor: [{ state: 'a' }, { 'config.lr': 1 }], group: 'b' },
      and(not(or(eq(column.state, 'a'), eq(lr, 1))), eq(column.group, 'b')),
    ],
  ])('reads %j', (mongo, filter) => {
    expect(fromMongo(mongo)).toEqual(E.right(filter))
    expect(checkMongo(mongo)).toEqual(E.right(undefined))
  })

  test.each<[unknown, string, RegExp]>([
    [{ state: { $like: 'a' } }, 'filters.state.$like', /not an operator: .*\$eq, \$ne/],
    [{ $where: 'true' }, 'filters.$where', /not an operator: .*\$and/],
    [{ $eq: 1 }, 'filters.$eq', /applied to a field/],
    [{ state: { $ne: 'a', b: 1 } }, 'filters.state.b', /not an operator/],
    [{ 'summary.loss.min': 1 }, 'filters.summary.loss.min', /use summary_metrics\.loss\.min/],
    [{ $and: [{ id: 'a' }] }, 'filters.$and.0.id', /use name/],
    [{ $or: [null] }, 'filters.$or.0', /leave it out/],
    [{ $and: {} }, 'filters.$and', /list/],
    [{ $and: ['a'] }, 'filters.$and.0', /object.*string/],
    [{ 'config.lr': { $gt: null } }, 'filters.config.lr.$gt', /number/],
    [{ 'config.lr': { $gt: [1] } }, 'filters.config.lr.$gt', /number/],
    [{ 'config.lr': { $in: 1 } }, 'filters.config.lr.$in', /list/],
    [{ 'config.lr': { $exists: 1 } }, 'filters.config.lr.$exists', /true or false/],
    [{ 'config.lr': { $regex: 1 } }, 'filters.config.lr.$regex', /string/],
    [{ 'config.lr': { $contains: 1 } }, 'filters.config.lr.$contains', /string/],
    [{ 'config.lr': { $regex: 'a', $options: 'x' } }, 'filters.config.lr.$options', /i, m and s/],
    [{ 'config.lr': { $options: 'i' } }, 'filters.config.lr.$options', /\$regex/],
    [{ 'config.lr': { $not: 1 } }, 'filters.config.lr.$not', /\$ne/],
    [{ 'config.lr': { $eq: Number.NaN } }, 'filters.config.lr.$eq', /NaN/],
    [{ createdAt: 1700000000 }, 'filters.createdAt', /time such as/],
    [{ createdAt: { $gt: 'yesterday' } }, 'filters.createdAt.$gt', /time such as/],
    [{ createdAt: { $gt: null } }, 'filters.createdAt.$gt', /time such as/],
    [{ tags: { $size: 2 } }, 'filters.tags.$size', /not supported/],
    [{ 'config.lr': { $type: 'int' } }, 'filters.config.lr.$type', /not supported/],
    [{ tags: { $elemMatch: { $eq: 'a' } } }, 'filters.tags.$elemMatch', /not supported/],
    [{ 'config.lr': { $mod: [2, 0] } }, 'filters.config.lr.$mod', /not supported/],
    [{ tags: ['a'] }, 'filters.tags', /use \{ tags: "a" \}$/],
    [
      { tags: { $eq: ['a', 'b'] } },
      'filters.tags.$eq',
      /\$in: \["a", "b"\].* for any, \{ \$and: \[\{ tags: "a" \}, …\] \} for all$/,
    ],
    [{ tags: { $ne: [] } }, 'filters.tags.$ne', /is a list/],
    [{ tags: { $in: [['a']] } }, 'filters.tags.$in', /is a list/],
    [{ state: ['finished', 'failed'] }, 'filters.state', /use \{ state: \{ \$in: \["finished", "failed"\] \} \}/],
    [{ display_name: { a: 1 } }, 'filters.display_name', /is a dict, which no field is/],
    [{ state: { $regex: '(?!fin)' } }, 'filters.state.$regex', /RE2 does not support/],
    [{ state: { $regex: 'a(?<=b)' } }, 'filters.state.$regex', /RE2 does not support/],
    [{ state: { $regex: '(a)\\1' } }, 'filters.state.$regex', /escape that RE2 does not support/],
    [{ state: { $regex: '(a' } }, 'filters.state.$regex', /unclosed group/],
    [null, 'filters', /object.*null/],
    [[], 'filters', /object.*array/],
  ])('rejects %j, and so does the loader', (mongo, field, reason) => {
    const refused = E.left({ _tag: 'InvalidQuery', field, reason: expect.stringMatching(reason) })
    expect(fromMongo(mongo)).toEqual(refused)
    expect(checkMongo(mongo)).toEqual(refused)
  })

  test.each<[unknown, string, RegExp]>([
    [{ exitcode: 1 }, 'filters.exitcode', /server only/],
    [{ inputArtifacts: 'a' }, 'filters.inputArtifacts', /server only/],
    [{ 'keys_info.keys.loss': { $exists: true } }, 'filters.keys_info.keys.loss', /server only/],
    [{ 'tags.best': true }, 'filters.tags.best', /use tags: "best"/],
    [{ config: 1 }, 'filters.config', /empty key/],
    [{ 'config.a..b': 1 }, 'filters.config.a..b', /empty key/],
    [{ 'config._wandb.cli': 1 }, 'filters.config._wandb.cli', /own entries/],
    [{ group: { $exists: true } }, 'filters.group.$exists', /\$ne: null/],
    [{ state: { $regex: '\\C' } }, 'filters.state.$regex', /single bytes/],
  ])('rejects %j, which only the server supports', (mongo, field, reason) => {
    expect(fromMongo(mongo)).toEqual(E.left({ _tag: 'InvalidQuery', field, reason: expect.stringMatching(reason) }))
    expect(checkMongo(mongo)).toEqual(E.right(undefined))
  })

  test('reads $not, which the loader refuses, with what to write', () => {
    const mongo = { 'config.lr': { $not: { $gt: 1, $lte: 2 } } }
    expect(fromMongo(mongo)).toEqual(E.right(not(and(gt(lr, 1), lte(lr, 2)))))
    expect(checkMongo(mongo)).toMatchObject(
      E.left({
        field: 'filters.config.lr.$not',
        reason: expect.stringContaining('use {"$nor":[{"config.lr":{"$gt":1,"$lte":2}}]}'),
      }),
    )
  })

  test('rejects a filter that contains itself', () => {
    const cyclic: Record<string, unknown> = {}
    cyclic['$and'] = [cyclic]
    expect(fromMongo(cyclic)).toMatchObject(E.left({ reason: expect.stringMatching(/nested too deeply/) }))
  })
})
