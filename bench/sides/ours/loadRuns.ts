import { loadRuns, makeClient, orThrow, type RunsQuery } from 'wandb-run-ops/loader'
import { runSummary } from 'wandb-run-ops/ops'
import { readOf, serve, timed } from '../serve.ts'
import { clock } from './clock.ts'

interface Task {
  readonly url: string
  readonly apiKey: string
  readonly query: RunsQuery<'config' | 'summary' | 'systemMetrics'>
  readonly key: string
  readonly head?: number
}

serve<Task>(async ({ url, apiKey, query, key, head }) => {
  const client = makeClient({ apiKey, baseUrl: url, now: clock() })
  const [{ runs, complete }, seconds] = await timed(() => orThrow(loadRuns(query)(client)))
  if (!complete) throw new Error('the load is not complete')
  return {
    seconds,
    ...readOf(
      runs.map((run) => Number(runSummary(run)[key])),
      head,
    ),
  }
})
