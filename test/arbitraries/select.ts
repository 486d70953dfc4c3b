import fc from 'fast-check'
import type { Aggregate, Column, Filter, Order } from 'wandb-run-ops/query'
import { column } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { anyColumn, countColumn, dictColumn, filter, order, textColumn, timeColumn } from './query.ts'

/** What is asked of a list of runs in one go. */
export interface Asked {
  readonly filter: Filter<Run>
  readonly order: Order<Run>
  readonly groupBy: ReadonlyArray<Column<unknown, Run>>
  readonly aggregates: Readonly<Record<string, Aggregate<unknown, Run>>>
}

type Key = Column<unknown, Run>

const key: fc.Arbitrary<Key> = fc.oneof(
  { weight: 4, arbitrary: dictColumn },
  { weight: 2, arbitrary: fc.oneof(textColumn, countColumn, timeColumn) },
  { weight: 1, arbitrary: fc.constant<Key>(column.readOnly) },
)

const measured: fc.Arbitrary<Key> = fc.oneof({ weight: 3, arbitrary: dictColumn }, countColumn, anyColumn)

const plain = fc.constantFrom('Sum', 'Mean', 'Median', 'Min', 'Max', 'First', 'Last')

/** Any aggregate. */
export const anyAggregate: fc.Arbitrary<Aggregate<unknown, Run>> = fc.oneof(
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

/** Names that SQL must quote, some of them those of the table's own columns. */
const name = fc.constantFrom(
  'a',
  'b',
  'position',
  'state',
  'x"y',
  "it's",
  'back\\slash',
  '$p0',
  '{p0:String}',
  '__proto__',
)

/** A grouped SELECT. */
export const asked: fc.Arbitrary<Asked> = fc.record({
  filter,
  order: fc.oneof(fc.constant<Order<Run>>([]), order),
  groupBy: fc.array(key, { maxLength: 2 }),
  aggregates: fc
    .uniqueArray(fc.tuple(name, anyAggregate), { selector: ([word]) => word, minLength: 1, maxLength: 3 })
    .map((entries) => Object.fromEntries(entries)),
})
