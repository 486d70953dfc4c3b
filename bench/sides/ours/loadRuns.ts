import { loadRuns, orThrow, type RunsQuery } from 'wandb-run-ops/loader'
import { runSummary } from 'wandb-run-ops/ops'
import type { Connection } from '../../process/startServer.ts'
import { serve, timed, totalsOf } from '../serve.ts'
import { benchClient } from './client.ts'

interface Task extends Connection {
  readonly query: RunsQuery<'config' | 'summary' | 'systemMetrics'>
  readonly key: string
  readonly head?: number
}

serve<Task>(async ({ query, key, head, ...connection }) => {
  const client = benchClient(connection)
  const [{ runs, complete }, seconds] = await timed(() => orThrow(loadRuns(query)(client)))
  if (!complete) throw new Error('Some runs were not loaded.')
  return {
    seconds,
    ...totalsOf(
      runs.map((run) => Number(runSummary(run)[key])),
      head,
    ),
  }
})
