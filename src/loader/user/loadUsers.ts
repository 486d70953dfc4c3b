import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { UserAccount } from '../../types/UserAccount.ts'
import type { Client } from '../Client.ts'
import { loadList } from '../internal/paging/loadList.ts'
import { withAppUrl } from '../internal/paths/withAppUrl.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { Listed, ListQuery } from '../list.ts'
import { usersDocument } from './internal/documents.ts'

/**
 * The options of {@link loadUsers}.
 *
 * @category People
 * @since 0.1.0
 */
export interface UsersQuery extends ListQuery {
  /** A username or an email address. */
  readonly query: string
}

/**
 * Loads every user that matches a username or an email address. It requires the API key of an administrator.
 *
 * @param query - The username or email address, and the paging options.
 * @returns A function from a client to the accounts.
 * @example
 * ```ts no-run
 * import { loadUsers, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { userUsername } from 'wandb-run-ops/ops'
 *
 * const { items } = await orThrow(loadUsers({ query: 'ada@example.com' })(makeClient({ apiKey: 'your key' })))
 *
 * console.log(items.map(userUsername))
 * ```
 * @category People
 * @since 0.1.0
 */
export const loadUsers =
  (query: UsersQuery) =>
  (client: Client): TaskEither<LoadError, Listed<UserAccount>> =>
  async () => {
    if (typeof query.query !== 'string' || query.query.trim() === '')
      return E.left(
        loadError({ _tag: 'InvalidQuery', field: 'query', reason: 'must be a username or an email address' }),
      )
    return loadList(client, query, {
      operationName: 'Users',
      document: usersDocument,
      variables: { query: query.query },
      connection: ({ users }) => E.right(users),
      decode: withAppUrl(client, UserAccount),
      phase: 'users',
      pageSize: 100,
    })
  }
