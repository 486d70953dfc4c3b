import * as E from 'fp-ts/lib/Either.js'
import { runPages } from 'wandb-run-ops/loader'
import { runSummary } from 'wandb-run-ops/ops'
import type { Connection } from '../../process/startServer.ts'
import { serve, timed } from '../serve.ts'
import { benchClient } from './client.ts'

interface Task extends Connection {
  readonly project: string
  readonly pageSize: number
  readonly key: string
  /** How often the project is read, so that small projects take long enough to measure. */
  readonly repetitions: number
}

serve<Task>(async ({ project, pageSize, key, repetitions, ...connection }) => {
  const client = benchClient(connection)
  const [totals, seconds] = await timed(async () => {
    const sum = { count: 0, checksum: 0 }
    for (let repetition = 0; repetition < repetitions; repetition += 1)
      for await (const page of runPages({ project, pageSize })(client)) {
        if (E.isLeft(page)) throw new Error(page.left.message)
        for (const run of page.right.runs) sum.checksum += Number(runSummary(run)[key])
        sum.count += page.right.runs.length
      }
    return sum
  })
  return { seconds, ...totals }
})
