import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { evaluateRelation, groupRunsBy, runTable, tableRows } from 'wandb-run-ops/ops'
import { asc, column, count, eq, first, gt, mean, type Relation, type RunTable, sum } from 'wandb-run-ops/query'

const runs = [
  { id: 'a', displayName: 'x', config: { lr: 0.1, net: { depth: 2 } }, summary: { loss: 1 } },
  { id: 'b', displayName: undefined, config: { lr: 0.2, net: { depth: 3 } }, summary: { loss: 3 } },
  { id: 'c', displayName: 'z', config: { lr: 0.1 }, summary: {} },
]
const table = runTable(runs)
const loss = column.summary('loss')

type Question = Parameters<typeof evaluateRelation>[0]

const rowsOf = (question: unknown, from: unknown = table): unknown =>
  E.match(
    ({ field, reason }: { field: string; reason: string }): unknown => `${field} ${reason}`,
    tableRows as (answer: unknown) => unknown,
  )(evaluateRelation(question as Question)(from as never) as never)

test('a group has the keys of its first run, also where another run has an equal one', () => {
  const zeros = [{ config: { zero: -0, name: 'a' } }, { config: { zero: 0, name: 'b' } }]
  const question = { groupBy: { zero: column.config('zero'), name: column.config('name') } }
  const answer = evaluateRelation(question)(zeros)
  expect(E.isRight(answer) && tableRows(answer.right)).toEqual([
    { zero: -0, name: 'a' },
    { zero: 0, name: 'b' },
  ])
  expect(groupRunsBy([column.config('name'), column.config('zero')])(zeros).map(({ key }) => key)).toEqual([
    ['a', -0],
    ['b', 0],
  ])
  expect(groupRunsBy([column.config('zero'), column.config('name')])(zeros).map(({ key }) => key)).toEqual([
    [-0, 'a'],
    [0, 'b'],
  ])
})

describe('over a table', () => {
  test('a column that it lacks is refused with the nearest, by its place', () => {
    expect(rowsOf({ filter: { _tag: 'Not', filter: gt(column.summary('los'), 1) } })).toBe(
      'filter.filter.column is summary.los, which is not in the table. Did you mean summary.loss?',
    )
    expect(rowsOf({ aggregates: { m: mean(column.config('zzzzzzzz')) } })).toMatch(
      /^aggregates\.m\.column is config\.zzzzzzzz, which is not in the table\. The table has /,
    )
  })

  test('a key inside of a column, and a name, are read', () => {
    const columns = { name: column.name, depth: column.config('net', 'depth') }
    expect(rowsOf({ columns })).toEqual([
      { name: 'x', depth: 2 },
      { name: 'b', depth: 3 },
      { name: 'z', depth: undefined },
    ])
  })

  test('an answer is a table of which the keys can be asked again', () => {
    const groups = evaluateRelation({ groupBy: { lr: column.config('lr') }, aggregates: { n: count() } })(table)
    expect(
      E.isRight(groups) &&
        rowsOf({ filter: eq(column.config('lr'), 0.2), columns: { lr: column.config('lr') } }, groups.right),
    ).toEqual([{ lr: 0.2 }])
  })
})

test('data that is not a relation is refused', () => {
  expect(rowsOf({ groups: {} }, runs)).toMatch(/^groups is not an option\./)
})

test('without groups there is one row, even for no runs; with {} there is none', () => {
  const aggregates = { n: count(), total: sum(loss), first: first(loss) }
  expect(rowsOf({ aggregates }, [])).toEqual([{ n: 0, total: 0, first: undefined }])
  expect(rowsOf({ aggregates, groupBy: {} }, [])).toEqual([])
})

test('rows are sorted by the columns of the answer, and then limited', () => {
  const question = {
    groupBy: { lr: column.config('lr') },
    aggregates: { n: count() },
    sort: [{ by: 'n', direction: 'asc' }],
    limit: 1,
  }
  for (const from of [runs, table]) expect(rowsOf(question, from)).toEqual([{ lr: 0.2, n: 1 }])
})

test('a sum that overflows on the way, and a mean of the largest numbers, are finite', () => {
  const most = Number.MAX_VALUE
  const large = [most, most, -most, -most].map((x) => ({ summary: { loss: x } }))
  expect(rowsOf({ aggregates: { s: sum(loss), m: mean(loss) } }, large)).toEqual([{ s: 0, m: 0 }])
  expect(rowsOf({ aggregates: { m: mean(loss) } }, large.slice(0, 2))).toEqual([{ m: most }])
})

test('parts that read different fields go together, runs need all of these, and names of columns are known', () => {
  const groups = evaluateRelation({
    filter: eq(column.state, 'finished'),
    order: asc(column.createdAt),
    groupBy: { lr: column.config('lr'), group: column.group },
    aggregates: { n: count(), loss: mean(column.summary('loss')) },
    sort: [{ by: 'n', direction: 'asc' }],
  })
  type Answered = E.Either<{ readonly _tag: 'InvalidQuery'; readonly field: string; readonly reason: string }, unknown>
  expectTypeOf(groups).returns.toExtend<Answered>()
  type Runs = Exclude<Parameters<typeof groups>[0], RunTable>
  type Needed = { state: 'finished'; createdAt: Date; group: string | undefined; config: unknown; summary: unknown }
  expectTypeOf<Array<Needed>>().toExtend<Runs>()
  expectTypeOf<Array<Omit<Needed, 'state'>>>().not.toExtend<Runs>()
  expectTypeOf<Array<Omit<Needed, 'createdAt'>>>().not.toExtend<Runs>()
  expectTypeOf<Array<Omit<Needed, 'config'>>>().not.toExtend<Runs>()
  expectTypeOf<Array<Omit<Needed, 'group'>>>().not.toExtend<Runs>()
  expectTypeOf<Array<Omit<Needed, 'summary'>>>().not.toExtend<Runs>()

  const answer = groups(runTable([]))
  if (E.isRight(answer)) expectTypeOf(answer.right).toEqualTypeOf<RunTable<'lr' | 'group' | 'n' | 'loss'>>()
  const ids = evaluateRelation({ limit: 2 })(runs)
  expectTypeOf(ids).toExtend<E.Either<unknown, RunTable<'id'>>>()
  expect(E.isRight(ids) && tableRows(ids.right)).toEqual([{ id: 'a' }, { id: 'b' }])

  const stored: Relation<(typeof runs)[number]> = { columns: { lr: column.config('lr') } }
  expect(rowsOf(stored, runs)).toEqual([{ lr: 0.1 }, { lr: 0.2 }, { lr: 0.1 }])
  expectTypeOf(evaluateRelation(stored)(runs)).toExtend<E.Either<unknown, RunTable>>()
})

test('what is neither runs nor a table of them is refused', () => {
  for (const from of [null, {}, { table }])
    expect(() => rowsOf({}, from)).toThrow('Invalid argument of evaluateRelation: table must be a table of runs')
})
