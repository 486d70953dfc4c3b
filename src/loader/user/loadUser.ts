import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { UserAccount } from '../../types/UserAccount.ts'
import type { Client } from '../Client.ts'
import { loadOne } from '../internal/paging/loadOne.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import { userDocument } from './internal/documents.ts'

/**
 * The options of {@link loadUser}.
 *
 * @category People
 * @since 0.1.0
 */
export interface UserQuery {
  /** The username. */
  readonly username: string
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Loads one user by username, in one request. Most fields of an account are visible only to administrators and the user. To
 * find users by email address, use {@link loadUsers}.
 *
 * @param query - The username, or a query.
 * @returns A function from a client to the account.
 * @example
 * ```ts no-run
 * import { loadUser, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { userName } from 'wandb-run-ops/ops'
 *
 * console.log(userName(await orThrow(loadUser('ada')(makeClient({ apiKey: 'your key' })))))
 * ```
 * @category People
 * @since 0.1.0
 */
export const loadUser =
  (query: string | UserQuery) =>
  (client: Client): TaskEither<LoadError, UserAccount> =>
  async () => {
    const { username, signal }: UserQuery = typeof query === 'string' ? { username: query } : query
    if (typeof username !== 'string' || username.trim() === '')
      return E.left(loadError({ _tag: 'InvalidQuery', field: 'username', reason: 'must be a non-empty string' }))
    const one = {
      operationName: 'User',
      document: userDocument,
      variables: { username: username.trim() },
      node: (data: Readonly<Record<string, unknown>>) => data['user'],
      codec: UserAccount,
      what: 'user' as const,
      path: username,
    }
    return loadOne(client, one, signal)
  }
