import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { historyFromRows } from '../../history/historyFromRows.ts'
import { mergeChunks } from '../../history/mergeChunks.ts'
import type { History } from '../../types/run/History.ts'
import { resolveRun } from '../paths/resolve.ts'
import { checkKeys, checkRows } from './checkHistory.ts'
import { requestRun, sampledRowsDocument } from './historyInfo.ts'
import type { SampleQuery } from './query.ts'
import { malformedResponse, readSpecs } from './readRows.ts'

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
  (query: SampleQuery) =>
  (client: Client): TaskEither<LoadError, History> =>
  async () => {
    const { run, samples = SAMPLES, xAxis, signal } = query
    const checked = checkKeys(query.keys)
    if (E.isLeft(checked)) return checked
    const refusal = checkRows('samples', samples)
    if (refusal !== undefined) return E.left(refusal)
    if (xAxis !== undefined && (typeof xAxis !== 'string' || query.keys === undefined))
      return E.left(
        loadError({ _tag: 'InvalidQuery', field: 'xAxis', reason: 'must be the name of a metric, and requires keys' }),
      )
    const path = await resolveRun(client, run, signal)
    if (E.isLeft(path)) return path

    const keys = checked.right
    if (keys === undefined) {
      const make = () => ({ operationName: 'SampledRows', query: sampledRowsDocument, variables: { samples } })
      const node = await requestRun(client, path.right, make, { signal })
      if (E.isLeft(node)) return node
      const rows = node.right['history'] ?? []
      return Array.isArray(rows)
        ? E.right(historyFromRows(rows, { source: 'graphql', sampled: true }))
        : malformedResponse('the history is not a list')
    }
    const axis = xAxis === undefined || xAxis === '_step' ? [] : [xAxis]
    const specs = keys.length === 0 ? [axis] : keys.map((key) => [...axis, key])
    const window = { min: undefined, max: undefined, samples }
    const lists = await readSpecs(client, path.right, specs)(() => window, { signal })
    if (E.isLeft(lists)) return lists
    return E.right(
      mergeChunks(lists.right, {
        keys: [...axis, ...keys],
        source: 'graphql',
        sampled: true,
        failures: lists.right.flatMap(({ failures }) => failures),
      }),
    )
  }
