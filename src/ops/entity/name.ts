import type { Entity } from '../../types/Entity.ts'

/**
 * Returns the entity's name, as in URLs.
 *
 * @param entity - An entity.
 * @returns The name.
 * @example
 * ```ts
 * import { entityName } from 'wandb-run-ops/ops'
 *
 * entityName({ name: 'team' }) // => 'team'
 * ```
 * @category Entity operations
 * @since 0.1.0
 */
export const entityName = (entity: Pick<Entity, 'name'>): string => entity.name
