import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { matches } from 'wandb-run-ops/ops'
import { fromMongo } from 'wandb-run-ops/query'
import { fieldOf } from '../../sandbox/query/field.ts'
import { compileFilter } from '../../sandbox/query/filter.ts'
import type { RunRecord } from '../../sandbox/store/record.ts'
import type { Store } from '../../sandbox/store/store.ts'
import { expandAll } from '../../src/query/mongo/expandAll.ts'
import { queriedRun, queryKey, queryText } from '../arbitraries/query.ts'
import { caseCount } from './law.ts'
import { runRecord } from './runRecord.ts'

const runs = fc
  .sample(queriedRun, { numRuns: caseCount(600, 200), seed: 20261121 })
  .map((run) => ({ run, record: runRecord(run) as RunRecord }))

const store = {} as Store

const plain = fc.constantFrom(
  ...[
    'displayName',
    'display_name',
    'state',
    'group_name',
    'job_type',
    'sweepName',
    'username',
    'user',
    'tags',
    'name',
  ],
  ...['notes', 'commit', 'entity', 'project'],
)
const keys = fc.array(
  queryKey.filter((key) => key !== '' && !key.includes('.')),
  { minLength: 1, maxLength: 3 },
)
const dict = fc.constantFrom('config', 'summary_metrics', 'summaryMetrics', 'system_metrics')
const inDict = fc.tuple(dict, keys).map(([first, path]) => [first, ...path].join('.'))

const whole = fc.integer({ min: -2, max: 3 })
const ordered = fc.oneof(fc.boolean(), whole, queryText)
const list = fc.array(fc.oneof(queryText, whole), { maxLength: 2 })
const scalar = fc.oneof(fc.constant(null), ordered)

const operatorWith = (value: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc.oneof(
    fc.tuple(fc.constantFrom('$eq', '$ne'), value).map(([key, item]) => ({ [key]: item })),
    fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), ordered).map(([key, item]) => ({ [key]: item })),
    fc
      .tuple(fc.constantFrom('$in', '$nin', '$all'), fc.array(value, { maxLength: 3 }))
      .map(([key, items]) => ({ [key]: items })),
    fc.boolean().map((item) => ({ $exists: item })),
    queryText.map((text) => ({ $contains: text })),
    fc.constantFrom('a', '(?i)A', '^.$', '\\s', 'b|1').map((text) => ({ $regex: text })),
    fc.constantFrom('a', 'A', '^.$').map((text) => ({ $regex: text, $options: 'is' })),
  )

const conditionWith = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  const operator = operatorWith(value)
  return fc.oneof(
    value,
    operator,
    fc.tuple(operator, operator).map(([one, other]) => ({ ...one, ...other })),
    // Loads refuse `$not`, so no `$all` is written out in it.
    operator.filter((part) => !('$all' in part)).map((part) => ({ $not: part })),
  )
}

/** Fields are compared with scalars only: the server does not compare them with lists and dicts. */
const entry = fc.oneof(
  fc.tuple(plain, conditionWith(scalar)),
  fc.tuple(inDict, conditionWith(fc.oneof(scalar, list, fc.constant({})))),
)

/** Filters as people write them. */
const mongo: fc.Arbitrary<object> = fc.letrec<{ mongo: object }>((tie) => ({
  mongo: fc.oneof(
    { maxDepth: 3 },
    fc.array(entry, { minLength: 1, maxLength: 2 }).map((entries) => Object.fromEntries(entries)),
    fc
      .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(tie('mongo'), { minLength: 1, maxLength: 2 }))
      .map(([key, parts]) => ({ [key]: parts })),
  ),
})).mongo

test('raw filters mean the same in memory as on the server', () => {
  const cases = caseCount(10_000, 500)
  let read = 0
  fc.assert(
    fc.property(mongo, fc.array(fc.constantFrom(...runs), { minLength: 1, maxLength: 16 }), (json, asked) => {
      const filter = fromMongo(json)
      if (E.isLeft(filter)) return true
      read += 1
      // Without `$all`, which the server lacks, as loads send it.
      const passes = compileFilter<RunRecord>(
        JSON.stringify(expandAll(json as Readonly<Record<string, unknown>>)),
        (path) => {
          const field = fieldOf(path)
          return field && { type: field.type, read: (record) => field.read(record, store) }
        },
      )
      return asked.every(({ run, record }) => passes(record) === matches(run, filter.right))
    }),
    { numRuns: cases },
  )
  expect(read).toBeGreaterThan(cases * 0.75)
})
