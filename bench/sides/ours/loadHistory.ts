import { type HistoryQuery, loadHistory, makeClient, orThrow } from 'wandb-run-ops/loader'
import { historySeries } from 'wandb-run-ops/ops'
import { readOf, serve, timed } from '../serve.ts'
import { clock } from './clock.ts'

interface Task {
  readonly url: string
  readonly apiKey: string
  readonly query: HistoryQuery
  readonly key: string
  readonly head?: number
}

serve<Task>(async ({ url, apiKey, query, key, head }) => {
  const client = makeClient({ apiKey, baseUrl: url, now: clock() })
  const [history, seconds] = await timed(() => orThrow(loadHistory(query)(client)))
  return { seconds, ...readOf([...historySeries(history, key).values].map(Number), head) }
})
