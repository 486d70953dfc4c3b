import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { loadRecord } from '../../client/graphql/loadRecord.ts'
import type { LoadError } from '../../client/LoadError.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { task, unwrap } from '../../client/task.ts'
import { Entity } from '../../types/user/Entity.ts'
import { Team } from '../../types/user/Team.ts'
import { resolveEntity } from '../paths/resolve.ts'
import { entityDocument, teamDocument } from './documents.ts'

/**
 * The options of `loadEntity` and `loadTeam`.
 *
 * @category People
 * @since 0.1.0
 */
export interface EntityQuery {
  /** The name; by default the client's entity, or else the API key's own. */
  readonly entity?: string | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

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
    task(async function* () {
      const { entity: wanted, signal }: EntityQuery = typeof query === 'string' ? { entity: query } : query
      const entity = yield* unwrap(resolveEntity(client, wanted, signal))
      const one = {
        document: entityDocument,
        variables: { entity },
        node: (data: GraphqlData) => data['entity'],
        codec: Entity,
        what: 'entity' as const,
        path: entity,
      }
      return yield* unwrap(loadRecord(client, one, signal))
    })

/**
 * Loads a team with its members and settings, in one request. Members' API keys are never requested.
 *
 * A user's own entity is a team without members.
 *
 * @param query - The name of the team, or a query.
 * @returns A function from a client to the team.
 * @example
 * ```ts no-run
 * import { loadTeam, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const { members } = await orThrow(loadTeam('team')(makeClient({ apiKey: 'your key' })))
 *
 * console.log(members.filter(({ pending }) => pending !== true).map(({ username }) => username))
 * ```
 * @category People
 * @since 0.1.0
 */
export const loadTeam =
  (query: string | EntityQuery) =>
  (client: Client): TaskEither<LoadError, Team> =>
    task(async function* () {
      const { entity: wanted, signal }: EntityQuery = typeof query === 'string' ? { entity: query } : query
      const entity = yield* unwrap(resolveEntity(client, wanted, signal))
      const one = {
        document: teamDocument,
        variables: { entity },
        node: (data: GraphqlData) => data['entity'],
        codec: Team,
        what: 'team' as const,
        path: entity,
      }
      return yield* unwrap(loadRecord(client, one, signal))
    })
