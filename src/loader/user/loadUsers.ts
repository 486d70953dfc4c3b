import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { invalidOption } from '../../client/errors.ts'
import { type Listed, type ListQuery, listOptions, loadList } from '../../client/graphql/loadList.ts'
import { decodeWithAppUrl, loadRecord } from '../../client/graphql/loadRecord.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { abortSignal, mustBe } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { fail, unwrap } from '../../client/task.ts'
import { UserAccount } from '../../types/user/UserAccount.ts'
import { userDocument, usersDocument, viewerDocument } from './documents.ts'

const isPresent = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

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

export const userShape: QueryShape<UserQuery> = {
  subject: 'username',
  options: { username: mustBe('a non-empty string', isPresent), signal: abortSignal },
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
    queryTask(client, userShape, query, async function* ({ username, signal }: UserQuery) {
      if (username === undefined) return yield* fail(invalidOption('username', 'must be a non-empty string'))
      const one = {
        document: userDocument,
        variables: { username: username.trim() },
        node: (data: GraphqlData) => data['user'],
        codec: UserAccount,
        what: 'user' as const,
        path: username,
      }
      return yield* unwrap(loadRecord(client, one, signal))
    })

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

export const usersShape: QueryShape<UsersQuery> = {
  subject: 'query',
  options: { query: mustBe('a username or an email address', isPresent), ...listOptions },
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
  (query: string | UsersQuery) =>
  (client: Client): TaskEither<LoadError, Listed<UserAccount>> =>
    queryTask(client, usersShape, query, async function* (query: UsersQuery) {
      if (query.query === undefined)
        return yield* fail(invalidOption('query', 'must be a username or an email address'))
      return yield* unwrap(
        loadList(client, query, {
          document: usersDocument,
          variables: { query: query.query },
          connection: ({ users }) => E.right(users),
          decode: decodeWithAppUrl(client, UserAccount),
          phase: 'users',
          pageSize: 100,
        }),
      )
    })

/**
 * The options of {@link loadViewer}.
 *
 * @category Users
 * @since 0.2.0
 */
export type ViewerQuery = Pick<UserQuery, 'signal'>

export const viewerShape: QueryShape<ViewerQuery> = { subject: 'signal', options: { signal: abortSignal } }

/**
 * Loads the account of the client's API key, in one request. Its `entity` is the default entity of paths.
 *
 * Without an API key the load fails with `NotFound`, or with `Unauthorized` if the server requires one.
 *
 * @param query - The signal.
 * @returns A function from a client to the account.
 * @example
 * ```ts no-run
 * import { loadViewer, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { userEntity, userTeams, userUsername } from 'wandb-run-ops/ops'
 *
 * const viewer = await orThrow(loadViewer()(makeClient({ apiKey: 'your key' })))
 *
 * console.log(userUsername(viewer), userEntity(viewer), userTeams(viewer))
 * ```
 * @category People
 * @since 0.1.0
 */
export const loadViewer =
  (query: ViewerQuery = {}) =>
  (client: Client): TaskEither<LoadError, UserAccount> =>
    queryTask(client, viewerShape, query, async function* ({ signal }: ViewerQuery) {
      const one = {
        document: viewerDocument,
        variables: {},
        node: (data: GraphqlData) => data['viewer'],
        codec: UserAccount,
        what: 'viewer' as const,
        path: client.baseUrl,
      }
      return yield* unwrap(loadRecord(client, one, signal))
    })
