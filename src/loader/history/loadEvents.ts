import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { malformedResponse } from '../../client/errors.ts'
import { inRun, type ResolvedRunPath } from '../../client/graphql/inProject.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { MAX_INT } from '../../client/options.ts'
import { queryTask } from '../../client/queryTask.ts'
import { fail, task, unwrap } from '../../client/task.ts'
import { historyFromRows } from '../../history/historyFromRows.ts'
import type { History } from '../../types/run/History.ts'
import { type RunReference, resolveRun } from '../paths/resolve.ts'
import { checkKeys } from './checkHistory.ts'
import { requestRun } from './historyInfo.ts'
import { type EventsQuery, eventsShape } from './query.ts'

/** The rows and metrics to read. */
interface EventsSelection {
  readonly keys: ReadonlyArray<string> | undefined
  /** How many rows the server samples; all if `undefined`. */
  readonly samples: number | undefined
  readonly signal: AbortSignal | undefined
}

const eventsDocument = inRun('RunEvents', { samples: 'Int' }, 'events(samples: $samples)')

const FIRST_COUNT = 10_000

/**
 * Reads the events of a run. The API has no pages and may sample down to the requested number of rows, so the number grows
 * until the response has much fewer. If the server cannot return more, the events are marked as sampled.
 */
const readEvents = (
  client: Client,
  path: ResolvedRunPath,
  { keys, samples, signal }: EventsSelection,
): TaskEither<LoadError, History> =>
  task(async function* () {
    const ask = (many: number): TaskEither<LoadError, ReadonlyArray<unknown>> =>
      task(async function* () {
        const run = yield* unwrap(requestRun(client, path, eventsDocument, { samples: many }, { signal }))
        const rows = run['events'] ?? []
        return Array.isArray(rows) ? rows : yield* fail(malformedResponse('the events are not a list'))
      })
    const history = (rows: ReadonlyArray<unknown>, sampled: boolean): History =>
      historyFromRows(rows, { keys, step: 'row', source: 'graphql', sampled })

    if (samples !== undefined) return history(yield* unwrap(ask(samples)), true)
    let before: ReadonlyArray<unknown> | undefined
    for (let many = FIRST_COUNT; ; many = Math.min(MAX_INT, many * 8)) {
      const asked = await ask(many)()
      if (E.isLeft(asked) && before !== undefined && asked.left._tag !== 'Aborted') return history(before, true)
      const rows = yield* unwrap(asked)
      if (rows.length <= many / 2) return history(rows, false)
      if (many === MAX_INT) return history(rows, true)
      before = rows
    }
  })

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
  (query: RunReference | EventsQuery) =>
  (client: Client): TaskEither<LoadError, History> =>
    queryTask(client, eventsShape, query, async function* (query: EventsQuery) {
      const { run, samples, signal } = query
      const keys = yield* unwrap(checkKeys(query.keys))
      const path = yield* unwrap(resolveRun(client, run, signal))
      return yield* unwrap(readEvents(client, path, { keys, samples, signal }))
    })
