import * as E from 'fp-ts/lib/Either.js'
import { makeClient, runPages } from 'wandb-run-ops/loader'
import { runSummary } from 'wandb-run-ops/ops'
import { serve, timed } from '../serve.ts'
import { clock } from './clock.ts'

interface Task {
  readonly url: string
  readonly apiKey: string
  readonly project: string
  readonly pageSize: number
  readonly key: string
  /** How often the project is read, so that few runs take long enough to be timed. */
  readonly times: number
}

/** Pages as they come, of which nothing is kept. */
serve<Task>(async ({ url, apiKey, project, pageSize, key, times }) => {
  const client = makeClient({ apiKey, baseUrl: url, now: clock() })
  const [read, seconds] = await timed(async () => {
    const sum = { count: 0, checksum: 0 }
    for (let time = 0; time < times; time += 1)
      for await (const page of runPages({ project, pageSize })(client)) {
        if (E.isLeft(page)) throw new Error(page.left.message)
        for (const run of page.right.runs) sum.checksum += Number(runSummary(run)[key])
        sum.count += page.right.runs.length
      }
    return sum
  })
  return { seconds, ...read }
})
