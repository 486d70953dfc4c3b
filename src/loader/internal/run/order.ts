import * as E from 'fp-ts/lib/Either.js'
import type { InvalidQuery } from '../../../types/query/InvalidQuery.ts'
import { type LoadError, loadError } from '../../LoadError.ts'

/** Serializes an order with an explicit direction, or rejects one that the server does not support. */
export const orderText = async (order: unknown = '+created_at'): Promise<E.Either<LoadError, string>> => {
  // `toOrder` validates it, because a stored order may not match its type.
  if (Array.isArray(order)) {
    const { toOrder } = await import('../../../types/query/toOrder.ts')
    return E.mapLeft((invalid: InvalidQuery): LoadError => loadError(invalid))(toOrder(order))
  }
  if (typeof order === 'string' && /^[+-]?[^\s+-]/.test(order))
    return E.right(/^[+-]/.test(order) ? order : `+${order}`)
  return E.left(
    loadError({
      _tag: 'InvalidQuery',
      field: 'order',
      reason: 'must be an Order, or a column such as "+created_at" or "-summary_metrics.loss"',
    }),
  )
}
