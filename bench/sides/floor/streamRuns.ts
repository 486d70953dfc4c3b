import { serve, timed } from '../serve.ts'
import type { Repeat } from './asked.ts'
import { metricOf, runsOf } from './runsOf.ts'

interface Task extends Repeat {
  readonly key: string
}

/** The requests that were made, one after the other, of which nothing is kept. */
serve<Task>(async (task) => {
  const [read, seconds] = await timed(async () => {
    const sum = { count: 0, checksum: 0 }
    for (const asked of task.requests)
      for (const node of await runsOf(task, asked)) {
        sum.checksum += metricOf(node, task.key)
        sum.count += 1
      }
    return sum
  })
  return { seconds, ...read }
})
