import { type HistoriesQuery, loadHistories, orThrow } from 'wandb-run-ops/loader'
import { historySeries } from 'wandb-run-ops/ops'
import type { Connection } from '../../process/startServer.ts'
import { serve, timed, totalsOf } from '../serve.ts'
import { benchClient } from './client.ts'

interface Task extends Connection {
  readonly query: HistoriesQuery
  readonly key: string
  /** The number of runs in the part of the work that is also compared on its own. */
  readonly head?: number
}

serve<Task>(async ({ query, key, head, ...connection }) => {
  const client = benchClient(connection)
  const [{ items, complete }, seconds] = await timed(() => orThrow(loadHistories(query)(client)))
  if (!complete) throw new Error('Some runs were not loaded.')
  const valuesOf = (runs: typeof items): ReadonlyArray<number> =>
    runs.flatMap(({ history }) => [...historySeries(history, key).values].map(Number))
  return {
    seconds,
    ...totalsOf(valuesOf(items)),
    ...(head === undefined ? {} : { head: totalsOf(valuesOf(items.slice(0, head))) }),
  }
})
