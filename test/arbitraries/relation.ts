import fc from 'fast-check'
import type { Aggregate, Column, Relation, RowOrder } from 'wandb-run-ops/query'
import { byDay, byHour, byMonth, byWeek, column } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { anyColumn, countColumn, dictColumn, filter, order, textColumn, timeColumn } from './query.ts'

type Named<A> = Readonly<Record<string, A>>

type AnyColumn = Column<unknown, Run>

/** A unit of a time in a zone with days that are longer, shorter, or begin late. */
const timeGroup: fc.Arbitrary<AnyColumn> = fc
  .tuple(
    fc.constantFrom(byHour, byDay, byWeek, byMonth),
    timeColumn,
    fc.constantFrom('UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Apia'),
  )
  .map(([by, time, zone]) => by(time, zone))

/** A whole dict, and values of the one that filters rarely read. */
const otherDict: fc.Arbitrary<AnyColumn> = fc.constantFrom<AnyColumn>(
  ...(['Config', 'Summary'] as const).map((_tag): AnyColumn => ({ _tag, path: [] })),
  ...['a', 'loss', '0'].map((name) => column.systemMetrics(name)),
)

const key: fc.Arbitrary<AnyColumn> = fc.oneof(
  { weight: 4, arbitrary: dictColumn },
  { weight: 2, arbitrary: fc.oneof(textColumn, countColumn, timeColumn) },
  { weight: 1, arbitrary: fc.constant<AnyColumn>(column.readOnly) },
  { weight: 1, arbitrary: fc.oneof(timeGroup, otherDict) },
)

const measured: fc.Arbitrary<AnyColumn> = fc.oneof({ weight: 3, arbitrary: dictColumn }, countColumn, anyColumn)

const plain = fc.constantFrom('Sum', 'Mean', 'Median', 'Min', 'Max', 'First', 'Last')

const aggregate: fc.Arbitrary<Aggregate<unknown, Run>> = fc.oneof(
  fc.record({ _tag: fc.constant('Count' as const), column: fc.option(anyColumn, { nil: undefined }) }),
  { weight: 3, arbitrary: fc.record({ _tag: plain, column: measured }) },
  fc.record({ _tag: fc.constantFrom('Min' as const, 'Max' as const), column: timeColumn }),
  fc.record({ _tag: fc.constantFrom('First' as const, 'Last' as const), column: anyColumn }),
  fc.record({
    _tag: fc.constant('Quantile' as const),
    column: measured,
    q: fc.oneof(fc.constantFrom(0, 1, 0.25, -1, Number.NaN), fc.double({ min: 0, max: 1, noNaN: true })),
  }),
  fc.record({
    _tag: fc.constantFrom('Variance' as const, 'Stddev' as const),
    column: measured,
    of: fc.constantFrom('sample' as const, 'population' as const),
  }),
  fc.record({ _tag: fc.constantFrom('ArgMin' as const, 'ArgMax' as const), column: measured, of: anyColumn }),
)

/** Names that SQL must quote, those of the table's own columns, and those that the SQL itself uses. */
const names = [
  ...[
    'a',
    'A',
    'b',
    'position',
    'state',
    'State',
    'id',
    'x',
    'X',
    'v',
    'c0',
    'c1',
    'named',
    'ordinal',
    'runs',
    'count',
  ],
  ...['x"y', "it's", 'back\\slash', '$p0', '{p0:String}', '__proto__', 'a.b', '1', '🚀', 'NULL', ' '],
] as const

const name = fc.constantFrom<string>(...names)

const named = <A>(values: fc.Arbitrary<A>, minLength: number, maxLength: number): fc.Arbitrary<Named<A>> =>
  fc
    .uniqueArray(fc.tuple(name, values), { selector: ([word]) => word, minLength, maxLength })
    .map((entries) => Object.fromEntries(entries))

/** What the answer has a row for, and its columns. */
type Shape = Pick<Relation<Run>, 'aggregates' | 'columns' | 'groupBy'>

const withoutNamesOf = <A>(all: Named<A>, taken: Named<unknown>): Named<A> =>
  Object.fromEntries(Object.entries(all).filter(([word]) => !Object.hasOwn(taken, word)))

const shape: fc.Arbitrary<Shape> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ columns: fc.option(named(fc.oneof(anyColumn, key), 1, 3), { nil: undefined }) }),
  },
  { weight: 1, arbitrary: fc.record({ aggregates: named(aggregate, 1, 3) }) },
  { weight: 1, arbitrary: fc.record({ groupBy: named(key, 1, 2) }) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(named(key, 0, 3), named(aggregate, 1, 3))
      .map(([groupBy, aggregates]) => ({ groupBy, aggregates: withoutNamesOf(aggregates, groupBy) }))
      .filter(({ groupBy, aggregates }) => Object.keys({ ...groupBy, ...aggregates }).length > 0),
  },
)

const namesOf = ({ columns = { id: column.id }, groupBy, aggregates }: Shape): ReadonlyArray<string> =>
  Object.keys(groupBy === undefined && aggregates === undefined ? columns : { ...groupBy, ...aggregates })

const sortBy = (shaped: Shape): fc.Arbitrary<ReadonlyArray<RowOrder>> =>
  fc.array(
    fc.record({ by: fc.constantFrom(...namesOf(shaped)), direction: fc.constantFrom('asc' as const, 'desc' as const) }),
    { maxLength: 2 },
  )

/** Any question over runs without a history. */
export const relation: fc.Arbitrary<Relation<Run>> = shape.chain((shaped) =>
  fc
    .record(
      {
        filter: fc.oneof({ weight: 2, arbitrary: filter }, fc.constant(undefined)),
        order: fc.oneof(order, fc.constant(undefined)),
        sort: fc.oneof(sortBy(shaped), fc.constant(undefined)),
        limit: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, fc.nat(12)),
        shaped: fc.constant(shaped),
      },
      { noNullPrototype: true },
    )
    .map(({ shaped: columns, ...rest }) => ({ ...rest, ...columns })),
)
