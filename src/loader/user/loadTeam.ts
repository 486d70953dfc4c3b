import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { Team } from '../../types/Team.ts'
import type { Client } from '../Client.ts'
import { loadOne } from '../internal/paging/loadOne.ts'
import { resolveEntity } from '../internal/paths/resolveEntity.ts'
import type { LoadError } from '../LoadError.ts'
import type { EntityQuery } from './EntityQuery.ts'
import { teamDocument } from './internal/documents.ts'

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
  async () => {
    const { entity: wanted, signal }: EntityQuery = typeof query === 'string' ? { entity: query } : query
    const entity = await resolveEntity(client, wanted, signal)
    if (E.isLeft(entity)) return entity
    const one = {
      operationName: 'Team',
      document: teamDocument,
      variables: { entity: entity.right },
      node: (data: Readonly<Record<string, unknown>>) => data['entity'],
      codec: Team,
      what: 'team' as const,
      path: entity.right,
    }
    return loadOne(client, one, signal)
  }
