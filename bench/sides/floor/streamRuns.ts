import { serve, timed } from '../serve.ts'
import { readRuns, summaryValue } from './readRuns.ts'
import type { ReplayTask } from './resend.ts'

interface Task extends ReplayTask {
  readonly key: string
}

/** Repeats the requests one after another and discards each page. */
serve<Task>(async (task) => {
  const [totals, seconds] = await timed(async () => {
    const sum = { count: 0, checksum: 0 }
    for (const request of task.requests)
      for (const node of await readRuns(task, request)) {
        sum.checksum += summaryValue(node, task.key)
        sum.count += 1
      }
    return sum
  })
  return { seconds, ...totals }
})
