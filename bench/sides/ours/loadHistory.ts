import { type HistoryQuery, loadHistory, orThrow } from 'wandb-run-ops/loader'
import { historySeries } from 'wandb-run-ops/ops'
import type { Connection } from '../../process/startServer.ts'
import { serve, timed, totalsOf } from '../serve.ts'
import { benchClient } from './client.ts'

interface Task extends Connection {
  readonly query: HistoryQuery
  readonly key: string
  readonly head?: number
}

serve<Task>(async ({ query, key, head, ...connection }) => {
  const client = benchClient(connection)
  const [history, seconds] = await timed(() => orThrow(loadHistory(query)(client)))
  return { seconds, ...totalsOf([...historySeries(history, key).values].map(Number), head) }
})
