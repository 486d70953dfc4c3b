import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Entity } from '../types/user/Entity.ts'
import type { StorageId } from '../types/wire/ids.ts'

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
