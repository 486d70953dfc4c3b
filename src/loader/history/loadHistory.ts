import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { queryTask } from '../../client/queryTask.ts'
import { unwrap } from '../../client/task.ts'
import type { History } from '../../types/run/History.ts'
import { type RunReference, resolveRun } from '../paths/resolve.ts'
import { checkKeys, PAGE_ROWS, PAGES_AT_ONCE } from './checkHistory.ts'
import { readCompleteHistory } from './completeHistory.ts'
import { type HistoryQuery, historyShape } from './query.ts'

/**
 * Loads the complete history of a run: every row that has at least one of the metrics, in the order of steps. It is never
 * sampled.
 *
 * If the server has exported the history, its Parquet files are read, and of these only the requested columns; later rows
 * are read from the API. Metrics that are never logged in the same row can be loaded together. For an active run, the
 * history contains the rows that exist when the last request is answered.
 *
 * A metric that the run never logged is not among the `keys` of the history. A row that cannot be read is one of its
 * `failures`. A run that does not exist is `NotFound`.
 *
 * @param query - The run's path, or a query.
 * @returns A function from a client to the history.
 * @example
 * ```ts no-run
 * import { loadHistory, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { historyArgmin, historyMin } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const history = await orThrow(loadHistory({ run: 'team/vision/a1b2c3d4', keys: ['train_loss', 'val_loss'] })(client))
 *
 * console.log(historyMin(history, 'val_loss'), 'at step', historyArgmin(history, 'val_loss'))
 * ```
 * @category Loading
 * @since 0.1.0
 */
export const loadHistory =
  (query: RunReference | HistoryQuery) =>
  (client: Client): TaskEither<LoadError, History> =>
    queryTask(client, historyShape, query, async function* (query: HistoryQuery) {
      const { run, minStep, maxStep, require: needs, source, pageSize, signal, onProgress } = query
      const keys = yield* unwrap(checkKeys(query.keys))
      const path = yield* unwrap(resolveRun(client, run, signal))
      return yield* unwrap(
        readCompleteHistory(client, path, {
          keys: keys,
          require: needs ?? 'any',
          minStep,
          maxStep,
          pageSize: pageSize ?? PAGE_ROWS,
          atOnce: PAGES_AT_ONCE,
          exported: source !== 'graphql',
          signal,
          onRows: (loaded, total) => onProgress?.({ phase: 'history', loaded, total }),
        }),
      )
    })
