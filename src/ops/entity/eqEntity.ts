import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Entity } from '../../types/Entity.ts'

/**
 * Two records are the same entity if they have the same id.
 *
 * @example
 * ```ts
 * import { eqEntity } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * const id = 'RW50aXR5OjE=' as StorageId
 *
 * eqEntity.equals({ id }, { id }) // => true
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqEntity: Eq<Pick<Entity, 'id'>> = {
  equals: (first, second) => first.id === second.id,
}
