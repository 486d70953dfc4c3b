import * as E from 'fp-ts/lib/Either.js'
import type { InvalidQuery } from '../../../types/query/InvalidQuery.ts'
import { type LoadError, loadError } from '../../LoadError.ts'

/** The order as the server takes it, its direction said; or why there is none that says the same. */
export const orderText = async (order: unknown = '+created_at'): Promise<E.Either<LoadError, string>> => {
  // A stored order need not be what its type says, which is looked at there.
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
