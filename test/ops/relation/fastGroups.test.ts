import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { evaluateRelation, runTable, tableRows } from 'wandb-run-ops/ops'
import {
  and,
  argmax,
  column,
  contains,
  count,
  eq,
  exists,
  gt,
  gte,
  isIn,
  lt,
  lte,
  max,
  mean,
  median,
  min,
  not,
  or,
  sum,
} from 'wandb-run-ops/query'
import { fastGroups } from '../../../src/ops/relation/fastGroups.ts'
import { tableSource } from '../../../src/ops/relation/tableSource.ts'

const at = <A>(values: ReadonlyArray<A>, row: number): A => values[row % values.length] as A

const weights = [0.1, Number.NaN, -0, 0, 1e16, null, -1e16, 0.3, undefined, Number.POSITIVE_INFINITY, 1e-9]

/** More than two blocks of rows, and a last one that is no multiple of 32. */
const runs = Array.from({ length: 2500 }, (_, row) => ({
  id: `${row}`,
  createdAt: new Date(row * 1000),
  config: {
    key: `k${(row * row) % 7}`,
    gaps: at(['a', null, 'b', undefined], row),
    ok: row % 3 !== 0,
    maybe: at([true, undefined, false, null, true], row),
    size: (row * 13) % 101,
    holes: at([1, null, -5, undefined, 70], row * 3),
    long: at([2 ** 40, -3, 0], row),
  },
  summary: { loss: ((row * 17) % 1000) / 500, weight: at(weights, row * 7), huge: at([1e308, 1e308, -1e308], row) },
}))

const [key, gaps, ok, maybe] = [
  column.config('key'),
  column.config('gaps'),
  column.config('ok'),
  column.config('maybe'),
]
const [size, holes, long] = [column.config('size'), column.config('holes'), column.config('long')]
const [loss, weight, huge] = [column.summary('loss'), column.summary('weight'), column.summary('huge')]

const conditions = {
  none: undefined,
  two: and(eq(ok, true), lt(loss, 0.9)),
  nested: and(and(eq(ok, false), gte(loss, 0.25)), and(lte(loss, 1.5), gt(size, 3))),
  unset: eq(ok, false),
  zero: eq(weight, 0),
  weights: lt(weight, 1),
  infinite: eq(weight, Number.POSITIVE_INFINITY),
  most: lte(weight, Number.POSITIVE_INFINITY),
  nothing: lt(loss, Number.NEGATIVE_INFINITY),
  noNumber: gt(loss, Number.NaN),
  holes: lt(holes, 2),
  zeros: gte(holes, 0),
  long: gt(long, 0),
  maybe: eq(maybe, false),
  text: and(eq(gaps, 'b'), contains(key, '4')),
  texts: isIn(key, ['k1', 'k2', 'x']),
  time: gt(column.createdAt, new Date(1_100_000)),
} as const

const aggregates = {
  runs: count(),
  weights: count(weight),
  holes: count(holes),
  weight: mean(weight),
  total: sum(weight),
  size: mean(size),
  sizes: sum(size),
  hole: mean(holes),
  huge: sum(huge),
  hugeMean: mean(huge),
  least: min(weight),
  most: max(weight),
  leastHole: min(holes),
  mostLong: max(long),
  best: argmax(loss, column.id),
}

const columns = {
  id: column.id,
  createdAt: column.createdAt,
  key,
  gaps,
  ok,
  maybe,
  size,
  holes,
  long,
  loss,
  weight,
  huge,
}
const tableOf = (some: ReadonlyArray<unknown>) => runTable(some as never, columns)
const table = tableOf(runs)

type Question = Parameters<typeof evaluateRelation>[0]

const rowsOf = (question: unknown, from: unknown): unknown =>
  E.match(
    (issue: unknown): unknown => issue,
    tableRows as (answer: unknown) => unknown,
  )(evaluateRelation(question as Question)(from as never) as never)

const isFast = (question: unknown, from = table): boolean =>
  fastGroups(question as never, tableSource(from as never)) !== undefined

test.each(Object.entries(conditions))('groups of rows that pass %s have the figures of records', (_, filter) => {
  for (const groupBy of [{ key }, {}, undefined]) {
    const question = {
      ...(filter === undefined ? {} : { filter }),
      ...(groupBy === undefined ? {} : { groupBy }),
      aggregates,
    }
    expect(isFast(question)).toBe(true)
    expect(rowsOf(question, table)).toStrictEqual(rowsOf(question, runs))
  }
  const selected = { ...(filter === undefined ? {} : { filter }), columns: { id: column.id } }
  expect(rowsOf(selected, table)).toStrictEqual(rowsOf(selected, runs))
})

test.each([0, 1, 31, 32, 33, 1023, 1024, 1025, 2048])('a table of %s rows has the figures of records', (length) => {
  const few = runs.slice(0, length)
  for (const groupBy of [{ key }, undefined]) {
    const question = { filter: lt(loss, 0.9), ...(groupBy === undefined ? {} : { groupBy }), aggregates }
    expect(rowsOf(question, tableOf(few))).toStrictEqual(rowsOf(question, few))
  }
})

test.each([
  ['or', { filter: or(eq(ok, true), lt(loss, 0.9)) }],
  ['not', { filter: and(not(eq(ok, true)), lt(loss, 0.9)) }],
  ['exists', { filter: exists(holes) }],
  ['null', { filter: eq(gaps, null) }],
  ['one of numbers', { filter: isIn(size, [1, 2]) }],
  ['an order', { order: [{ column: loss, direction: 'desc' }] }],
  ['a key with gaps', { groupBy: { gaps } }],
  ['a key of numbers', { groupBy: { size } }],
  ['two keys', { groupBy: { key, ok } }],
  ['a median', { aggregates: { middle: median(loss) } }],
  ['a count of texts', { aggregates: { n: count(gaps) } }],
  ['times', { aggregates: { last: max(column.createdAt) } }],
])('%s is answered row by row', (_, part) => {
  const question = { groupBy: { key }, aggregates, ...part }
  expect(isFast(question)).toBe(false)
  expect(rowsOf(question, table)).toStrictEqual(rowsOf(question, runs))
})

test('texts that are in no row are neither groups nor much work', () => {
  const picked = E.toUnion(
    evaluateRelation({ filter: lt(loss, 0.002), columns: { key, loss } } as never)(table as never),
  )
  const question = { groupBy: { key }, aggregates: { n: count() } }
  expect(isFast(question, picked as never)).toBe(false)
  expect(rowsOf(question, picked)).toEqual([
    { key: 'k0', n: 1 },
    { key: 'k1', n: 1 },
    { key: 'k4', n: 1 },
  ])
})
