import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { loadRecord } from '../../client/graphql/loadRecord.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { abortSignal } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { unwrap } from '../../client/task.ts'
import { Entity } from '../../types/user/Entity.ts'
import { Team } from '../../types/user/Team.ts'
import { resolveEntity } from '../paths/resolve.ts'
import { byName, type EntityReference } from '../request/references.ts'
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

export const entityShape: QueryShape<EntityQuery> = {
  subject: 'entity',
  options: { entity: true, signal: abortSignal },
  reference: byName,
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
  (query: EntityReference | EntityQuery = {}) =>
  (client: Client): TaskEither<LoadError, Entity> =>
    queryTask(client, entityShape, query, async function* ({ entity: wanted, signal }: EntityQuery) {
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
  (query: EntityReference | EntityQuery = {}) =>
  (client: Client): TaskEither<LoadError, Team> =>
    queryTask(client, entityShape, query, async function* ({ entity: wanted, signal }: EntityQuery) {
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
