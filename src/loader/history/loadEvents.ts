import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import type { LoadError } from '../../client/LoadError.ts'
import type { History } from '../../types/run/History.ts'
import { resolveRun } from '../paths/resolve.ts'
import { checkKeys, checkRows } from './checkHistory.ts'
import type { EventsQuery } from './query.ts'
import { readEvents } from './readEvents.ts'

/**
 * Loads the events of a run, which are the system metrics over time, such as `system.cpu`: all rows, or a sample with
 * `samples`.
 *
 * Events have no step of their own, so `steps` counts the rows from 0; `_runtime`, in seconds, and `_timestamp`, in
 * seconds since 1970, are metrics. The API cannot page through events: if a run has more rows than the server returns at
 * once, `sampled` is true even without `samples`.
 *
 * @param query - The run's path, or a query.
 * @returns A function from a client to the events.
 * @example
 * ```ts no-run
 * import { loadEvents, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { historyMax } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const events = await orThrow(loadEvents({ run: 'team/vision/a1b2c3d4', keys: ['system.memory'] })(client))
 *
 * console.log(historyMax(events, 'system.memory'))
 * ```
 * @category Loading
 * @since 0.1.0
 */
export const loadEvents =
  (query: string | EventsQuery) =>
  (client: Client): TaskEither<LoadError, History> =>
  async () => {
    const { run, samples, signal, ...rest }: EventsQuery = typeof query === 'string' ? { run: query } : query
    const keys = checkKeys(rest.keys)
    if (E.isLeft(keys)) return keys
    const refusal = checkRows('samples', samples)
    if (refusal !== undefined) return E.left(refusal)
    const path = await resolveRun(client, run, signal)
    return E.isLeft(path) ? path : readEvents(client, path.right, { keys: keys.right, samples, signal })
  }
