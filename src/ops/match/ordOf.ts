import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Order } from '../../query/Order.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'
import { assertDirection, compareValues } from '../compareValues.ts'
import { columnReader } from './readColumn.ts'

/**
 * Converts an order to an fp-ts `Ord`.
 *
 * Numbers come first, then times, strings by UTF-16 code units, `false` and `true`, and finally values without an
 * order, as ties; `desc` reverses this. Missing values (no value, `null`, `NaN`) come last in both directions.
 * Sorting with it is stable: runs that tie keep their order.
 *
 * @param order - An order.
 * @returns The `Ord`; its `equals` holds for runs that tie in all columns.
 * @example
 * ```ts
 * import { column, desc } from 'wandb-run-ops/query'
 * import { ordOf } from 'wandb-run-ops/ops'
 *
 * const runs = [{ config: { lr: '0.1' } }, { config: {} }, { config: { lr: 0.2 } }]
 * const { compare } = ordOf(desc(column.config('lr')))
 *
 * runs.toSorted(compare).map((run) => run.config.lr) // => ['0.1', 0.2, undefined]
 * ```
 * @category Query
 * @since 0.1.0
 */
export const ordOf = <R>(order: Order<R>): Ord<R> => {
  const terms = (order as Order).map(({ column, direction }) => {
    assertDirection(direction)
    return { read: columnReader(column), direction }
  })
  const compare = (one: RunFields, other: RunFields): -1 | 0 | 1 => {
    for (const { read, direction } of terms) {
      const result = compareValues(read(one), read(other), direction)
      if (result !== 0) return result
    }
    return 0
  }
  const ord: Ord<RunFields> = { equals: (one, other) => compare(one, other) === 0, compare }
  return ord as unknown as Ord<R>
}
