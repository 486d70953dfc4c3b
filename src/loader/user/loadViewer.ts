import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { UserAccount } from '../../types/UserAccount.ts'
import type { Client } from '../Client.ts'
import { loadOne } from '../internal/paging/loadOne.ts'
import type { LoadError } from '../LoadError.ts'
import { viewerDocument } from './internal/documents.ts'

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
  (query: { readonly signal?: AbortSignal | undefined } = {}) =>
  (client: Client): TaskEither<LoadError, UserAccount> =>
  () => {
    const one = {
      operationName: 'Viewer',
      document: viewerDocument,
      variables: {},
      node: (data: Readonly<Record<string, unknown>>) => data['viewer'],
      codec: UserAccount,
      what: 'viewer' as const,
      path: client.baseUrl,
    }
    return loadOne(client, one, query.signal)
  }
