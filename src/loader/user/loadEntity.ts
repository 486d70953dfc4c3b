import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { Entity } from '../../types/Entity.ts'
import type { Client } from '../Client.ts'
import { loadOne } from '../internal/paging/loadOne.ts'
import { resolveEntity } from '../internal/paths/resolveEntity.ts'
import type { LoadError } from '../LoadError.ts'
import type { EntityQuery } from './EntityQuery.ts'
import { entityDocument } from './internal/documents.ts'

/**
 * Loads an entity: a user's own account or a team.
 *
 * @param query - The name of the entity, or a query.
 * @returns A function from a client to the entity.
 * @example
 * ```ts no-run
 * import { loadEntity, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { entityIsTeam } from 'wandb-run-ops/ops'
 *
 * console.log(entityIsTeam(await orThrow(loadEntity('team')(makeClient({ apiKey: 'your key' })))))
 * ```
 * @category People
 * @since 0.1.0
 */
export const loadEntity =
  (query: string | EntityQuery) =>
  (client: Client): TaskEither<LoadError, Entity> =>
  async () => {
    const { entity: wanted, signal }: EntityQuery = typeof query === 'string' ? { entity: query } : query
    const entity = await resolveEntity(client, wanted, signal)
    if (E.isLeft(entity)) return entity
    const one = {
      operationName: 'Entity',
      document: entityDocument,
      variables: { entity: entity.right },
      node: (data: Readonly<Record<string, unknown>>) => data['entity'],
      codec: Entity,
      what: 'entity' as const,
      path: entity.right,
    }
    return loadOne(client, one, signal)
  }
