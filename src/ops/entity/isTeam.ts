import type { Entity } from '../../types/Entity.ts'

/**
 * Tells whether the entity is a team, and not a user's own account.
 *
 * @param entity - An entity.
 * @returns Whether it is a team; `undefined` where the server does not tell.
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
