import type { Entity } from '../../types/Entity.ts'

/**
 * Returns whether the entity is a team rather than a user's own account.
 *
 * @param entity - An entity.
 * @returns Whether it is a team; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { entityIsTeam } from 'wandb-run-ops/ops'
 *
 * entityIsTeam({ isTeam: true }) // => true
 * ```
 * @visibility hidden
 * @category Entity operations
 * @since 0.1.0
 */
export const entityIsTeam = (entity: Pick<Entity, 'isTeam'>): boolean | undefined => entity.isTeam
