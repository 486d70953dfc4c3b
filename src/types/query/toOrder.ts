import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../codec/isObject.ts'
import { columnWords } from './columnWords.ts'
import { type InvalidQuery, invalidQuery } from './InvalidQuery.ts'
import { isColumn } from './internal/isColumn.ts'
import { orderName } from './internal/toWire.ts'
import type { Order } from './Order.ts'

const signs = new Map<unknown, string>([
  ['asc', '+'],
  ['desc', '-'],
])

/**
 * Gives an order in the language of W&B's server: the text that `loadRuns` sends.
 *
 * The server sorts as `ordOf` does; runs that tie follow one another by the time of their creation. It sorts by one
 * column: a second one is refused, as is a column that the server has no name for.
 *
 * @param order - An order.
 * @returns The text, `+created_at` for the order in which all runs tie; or what cannot be said, and why.
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { asc, column, desc, toOrder } from 'wandb-run-ops/ops'
 *
 * toOrder(desc(column.summary('loss'))) // => E.right('-summary_metrics.loss')
 * toOrder(asc(column.config('optimizer', 'lr'))) // => E.right('+config.optimizer.value.lr')
 * ```
 * @category Query
 * @since 0.1.0
 */
export const toOrder = (order: Order): E.Either<InvalidQuery, string> => {
  if (!Array.isArray(order)) return E.left(invalidQuery(['order'], 'is no list of columns'))
  const terms: ReadonlyArray<unknown> = order
  if (terms.length === 0) return E.right('+created_at')
  if (terms.length > 1)
    return E.left(
      invalidQuery(['order', 1], 'is a second column, and the server sorts by one: sort what was loaded with ordOf'),
    )
  const [term] = terms
  const sign = isObject(term) ? signs.get(term['direction']) : undefined
  if (!isObject(term) || sign === undefined) return E.left(invalidQuery(['order', 0], 'has no direction asc or desc'))
  const column = term['column']
  if (!isColumn(column)) return E.left(invalidQuery(['order', 0], 'has no column'))
  return E.bimap(
    (reason: string) => invalidQuery(['order', columnWords(column)], reason),
    (name: string) => sign + name,
  )(orderName(column))
}
