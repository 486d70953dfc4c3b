import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { malformedResponse } from '../../client/errors.ts'
import { inRun } from '../../client/graphql/inProject.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { queryTask } from '../../client/queryTask.ts'
import { fail, unwrap } from '../../client/task.ts'
import { historyFromRows } from '../../history/historyFromRows.ts'
import { mergeChunks } from '../../history/mergeChunks.ts'
import type { History } from '../../types/run/History.ts'
import { type RunReference, resolveRun } from '../paths/resolve.ts'
import { checkAxis, checkKeys } from './checkHistory.ts'
import { requestRun } from './historyInfo.ts'
import { type SampleQuery, sampleShape } from './query.ts'
import { readSpecs } from './readRows.ts'
import { axisKeys, sampleSpecs } from './sampleSelection.ts'

/** Selects a sample of whole rows. */
const sampledRowsDocument = inRun('SampledRows', { samples: 'Int' }, 'history(samples: $samples)')

/** The default number of rows. */
const SAMPLES = 500

/**
 * Loads a sample of the history of a run in one request: enough for a chart. The server chooses the rows, and the history
 * is `sampled`.
 *
 * With `keys`, each metric is sampled separately, so that metrics that are never logged in the same row can be loaded
 * together, and a rare metric is complete. The sample may differ between requests; `loadHistory` loads every row.
 *
 * @param query - The run, the metrics, and the size of the sample.
 * @returns A function from a client to the history.
 * @example
 * ```ts no-run
 * import { makeClient, orThrow, sampleHistory } from 'wandb-run-ops/loader'
 * import { historySeries } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const history = await orThrow(sampleHistory({ run: 'team/vision/a1b2c3d4', keys: ['loss'], samples: 100 })(client))
 *
 * console.log(historySeries(history, 'loss').values)
 * ```
 * @category Loading
 * @since 0.1.0
 */
export const sampleHistory =
  (query: RunReference | SampleQuery) =>
  (client: Client): TaskEither<LoadError, History> =>
    queryTask(client, sampleShape, query, async function* (query: SampleQuery) {
      const { run, samples = SAMPLES, xAxis, signal } = query
      const keys = yield* unwrap(checkKeys(query.keys))
      yield* unwrap(checkAxis(query))
      const path = yield* unwrap(resolveRun(client, run, signal))

      if (keys === undefined) {
        const node = yield* unwrap(requestRun(client, path, sampledRowsDocument, { samples }, { signal }))
        const rows = node['history'] ?? []
        return Array.isArray(rows)
          ? historyFromRows(rows, { source: 'graphql', sampled: true })
          : yield* fail(malformedResponse('the history is not a list'))
      }
      const axis = axisKeys(xAxis)
      const specs = sampleSpecs(keys, axis)
      const window = { min: undefined, max: undefined, samples }
      const lists = yield* unwrap(readSpecs(client, path, specs)(() => window, { signal }))
      return mergeChunks(lists, {
        keys: [...axis, ...keys],
        source: 'graphql',
        sampled: true,
        failures: lists.flatMap(({ failures }) => failures),
      })
    })
