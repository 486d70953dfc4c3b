import type { Entity } from '../../types/Entity.ts'
import type { StorageId } from '../../types/StorageId.ts'

/**
 * Returns the entity's storage id.
 *
 * @param entity - An entity.
 * @returns The id, unique on its server.
 * @example
 * ```ts
 * import { entityId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * entityId({ id: 'RW50aXR5OjE=' as StorageId }) // => 'RW50aXR5OjE='
 * ```
 * @visibility hidden
 * @category Entity operations
 * @since 0.1.0
 */
export const entityId = (entity: Pick<Entity, 'id'>): StorageId => entity.id
