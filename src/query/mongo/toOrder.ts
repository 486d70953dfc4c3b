import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../types/wire/own.ts'
import { columnLabel, isColumn } from '../Column.ts'
import { type InvalidQuery, invalidQuery } from '../Filter.ts'
import type { Order } from '../Order.ts'
import { toOrderName } from './wireNames.ts'

const signs = new Map<unknown, string>([
  ['asc', '+'],
  ['desc', '-'],
])

/**
 * Translates an order to the language of W&B's server: the string that `loadRuns` sends.
 *
 * The server sorts as `ordOf` does; ties are in order of creation. It sorts by a single column: a second one is
 * refused, as is a column that the server has no name for.
 *
 * @param order - An order.
 * @returns The string, `+created_at` for an empty order; or what cannot be expressed, and why.
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { asc, column, desc, toOrder } from 'wandb-run-ops/query'
 *
 * toOrder(desc(column.summary('loss'))) // => E.right('-summary_metrics.loss')
 * toOrder(asc(column.config('optimizer', 'lr'))) // => E.right('+config.optimizer.value.lr')
 * ```
 * @category Query
 * @since 0.1.0
 */
export const toOrder = (order: Order): E.Either<InvalidQuery, string> => {
  if (!Array.isArray(order)) return E.left(invalidQuery(['order'], 'must be a list of columns'))
  const terms: ReadonlyArray<unknown> = order
  if (terms.length === 0) return E.right('+created_at')
  if (terms.length > 1)
    return E.left(
      invalidQuery(
        ['order', 1],
        'is a second column, but the server sorts by one only: sort the loaded runs with ordOf',
      ),
    )
  const [term] = terms
  const sign = isObject(term) ? signs.get(term['direction']) : undefined
  if (!isObject(term) || sign === undefined)
    return E.left(invalidQuery(['order', 0], 'must have the direction "asc" or "desc"'))
  const column = term['column']
  if (!isColumn(column)) return E.left(invalidQuery(['order', 0], 'must have a column'))
  return E.bimap(
    (reason: string) => invalidQuery(['order', columnLabel(column)], reason),
    (name: string) => sign + name,
  )(toOrderName(column))
}
