import { type HistoriesQuery, loadHistories, makeClient, orThrow } from 'wandb-run-ops/loader'
import { historySeries } from 'wandb-run-ops/ops'
import { readOf, serve, timed } from '../serve.ts'
import { clock } from './clock.ts'

interface Task {
  readonly url: string
  readonly apiKey: string
  readonly query: HistoriesQuery
  readonly key: string
  /** How many runs are compared on their own. */
  readonly head?: number
}

serve<Task>(async ({ url, apiKey, query, key, head }) => {
  const client = makeClient({ apiKey, baseUrl: url, now: clock() })
  const [{ items, complete }, seconds] = await timed(() => orThrow(loadHistories(query)(client)))
  if (!complete) throw new Error('the load is not complete')
  const valuesOf = (runs: typeof items): ReadonlyArray<number> =>
    runs.flatMap(({ history }) => [...historySeries(history, key).values].map(Number))
  return {
    seconds,
    ...readOf(valuesOf(items)),
    ...(head === undefined ? {} : { head: readOf(valuesOf(items.slice(0, head))) }),
  }
})
