import * as E from 'fp-ts/lib/Either.js'
import type { Run } from '../types/run/Run.ts'
import { typeName } from '../types/wire/own.ts'
import { type InvalidQuery, invalidQuery } from './Filter.ts'
import { splitList } from './keyPath.ts'
import type { Order, OrderTerm } from './Order.ts'
import { parseColumn } from './parseColumn.ts'

const EXAMPLE = 'a column such as "+created_at" or "-summary_metrics.loss"'

const parseTerm = (item: string): E.Either<InvalidQuery, OrderTerm<Run>> => {
  const [, sign, name = ''] = /^([+-]?)(.*)$/s.exec(item) ?? []
  if (name !== name.trim())
    return E.left(invalidQuery(['order'], `has a space between ${sign} and the column: remove it`))
  return E.bimap(
    ({ reason }: InvalidQuery) => invalidQuery(['order'], reason),
    (column: OrderTerm<Run>['column']): OrderTerm<Run> => ({ column, direction: sign === '-' ? 'desc' : 'asc' }),
  )(parseColumn(name))
}

/**
 * Parses an order written as text: `-summary.accuracy`, or several columns, as in `-summary.accuracy,+created_at`.
 *
 * Each column is written as for {@link parseColumn}, with `+` for ascending, which is the default, or `-` for descending.
 *
 * @param text - Columns, separated by commas.
 * @returns The order; or what is not a column, and what to write.
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { asc, column, desc, orderBy, parseOrder } from 'wandb-run-ops/query'
 *
 * parseOrder('-summary["val/acc"], created_at') // => E.right(orderBy(desc(column.summary('val/acc')), asc(column.createdAt)))
 * parseOrder('-acc') // => E.left({ _tag: 'InvalidQuery', field: 'order', reason: '"acc" is not a column. A logged value is summary.acc, a config entry config.acc' })
 * ```
 * @category Orders
 * @since 0.2.0
 */
export const parseOrder = (text: string): E.Either<InvalidQuery, Order<Run>> => {
  if (typeof text !== 'string') return E.left(invalidQuery(['order'], `must be ${EXAMPLE}, got ${typeName(text)}`))
  const items = splitList(text)
  if (items.length === 0) return E.left(invalidQuery(['order'], `must be ${EXAMPLE}`))
  const terms: Array<OrderTerm<Run>> = []
  for (const item of items) {
    const term = parseTerm(item)
    if (E.isLeft(term)) return term
    terms.push(term.right)
  }
  return E.right(terms)
}
