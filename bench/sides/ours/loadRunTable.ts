import { loadRunTable, orThrow, type RunTableQuery } from 'wandb-run-ops/loader'
import type { Connection } from '../../process/startServer.ts'
import { serve, timed, totalsOf } from '../serve.ts'
import { benchClient } from './client.ts'

interface Task extends Connection {
  readonly query: RunTableQuery
  /** The names of the columns of numbers to sum. */
  readonly sum: ReadonlyArray<string>
  readonly head?: number
}

serve<Task>(async ({ query, sum, head, ...connection }) => {
  const client = benchClient(connection)
  const [{ table, complete }, seconds] = await timed(() => orThrow(loadRunTable(query)(client)))
  if (!complete) throw new Error('Some runs were not loaded.')
  const values = sum.flatMap((name) => {
    const column = table.columns[name]
    if (column?.type !== 'number' && column?.type !== 'integer') throw new Error(`${name} is not a column of numbers.`)
    return [...column.values]
  })
  return { seconds, ...totalsOf(values, head) }
})
