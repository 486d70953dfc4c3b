import { parseArgs } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { type Client, loadRuns } from 'wandb-run-ops/loader'
import { clientFromEnv } from 'wandb-run-ops/node'
import { startSandbox } from '../../sandbox/index.ts'
import { describeBest } from './bestRun.ts'
import { progressBar, tableText } from './print.ts'
import { fields, ranked, report } from './report.ts'

const usage = `Usage: npm start [-- --project entity/project] [--metric name]

Without --project: a recorded project, served by a local sandbox.
With --project: your own project, with the API key from WANDB_API_KEY or netrc.`

const RECORDED = 'harbor-lab/digits'

/** The client and the project to read. */
interface Source {
  readonly client: Client
  readonly project: string
  readonly requests: () => number
  readonly close: () => Promise<void>
}

const countingFetch = (): { readonly fetch: typeof globalThis.fetch; readonly count: () => number } => {
  let count = 0
  return {
    fetch: (...request) => {
      count += 1
      return fetch(...request)
    },
    count: () => count,
  }
}

const openSource = async (project: string | undefined): Promise<Source> => {
  const { fetch, count } = countingFetch()
  const options = { fetch, maxRetries: 3, firstDelayMs: 500 }
  if (project !== undefined) return { client: clientFromEnv(options), project, requests: count, close: async () => {} }
  const sandbox = await startSandbox()
  return {
    client: clientFromEnv({ ...options, apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
    project: RECORDED,
    requests: count,
    close: sandbox.close,
  }
}

const run = async (project: string | undefined, metric: string): Promise<number> => {
  const source = await openSource(project)
  const bar = progressBar()
  const loaded = await loadRuns({ project: source.project, fields, pageSize: 50, onProgress: bar.follow })(
    source.client,
  )()
  bar.stop()
  if (E.isLeft(loaded)) {
    await source.close()
    console.error(loaded.left.message)
    return 1
  }
  const { runs, totalCount, failures, complete } = loaded.right
  const [best] = ranked(runs, metric)
  const described = best === undefined ? E.right('') : await describeBest(best, metric, source.client)
  await source.close()
  console.log(report(runs, metric).map(tableText).join('\n'))
  if (E.isLeft(described)) console.error(`Could not load the details of the best run. ${described.left.message}`)
  else console.log(described.right)
  for (const { runId, path, expected, actual } of failures)
    console.error(`Run ${runId ?? '?'} could not be read at ${path.join('/')}: expected ${expected}, got ${actual}.`)
  console.log(
    `${source.project}: ${runs.length} of ${totalCount} runs in ${source.requests()} requests${complete ? '' : ', incomplete'}.`,
  )
  return 0
}

try {
  const { values } = parseArgs({
    options: {
      project: { type: 'string' },
      metric: { type: 'string', default: 'accuracy' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) console.log(usage)
  else process.exitCode = await run(values.project, values.metric)
} catch (error) {
  console.error(error instanceof Error ? error.message : error, `\n\n${usage}`)
  process.exitCode = 1
}
