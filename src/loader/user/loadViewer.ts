import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { UserAccount } from '../../types/UserAccount.ts'
import type { Client } from '../Client.ts'
import { loadOne } from '../internal/paging/loadOne.ts'
import type { LoadError } from '../LoadError.ts'
import { viewerDocument } from './internal/documents.ts'

/**
 * Loads the account behind the client's API key, in one request. Its `entity` is the one that paths belong to which name
 * none.
 *
 * Without a key it is `NotFound`, or `Unauthorized` where the server lets nobody in without one.
 *
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
