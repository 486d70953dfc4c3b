import { parseArgs } from 'node:util'
import { connect, type Wandb, WandbError } from 'wandb-run-ops'
import { startSandbox } from '../../sandbox/index.ts'
import { describeBest } from './bestRun.ts'
import { progressBar, tableText } from './print.ts'
import { fields, ranked, report } from './report.ts'

const usage = `Usage: npm start [-- --project entity/project] [--metric name]

Without --project: a recorded project, served by a local sandbox.
With --project: your own project, with the API key from WANDB_API_KEY or netrc.`

const RECORDED = 'harbor-lab/digits'

/** The door, and the project to read. */
interface Source {
  readonly wandb: Wandb
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
  if (project !== undefined) return { wandb: connect(options), project, requests: count, close: async () => {} }
  const sandbox = await startSandbox()
  return {
    wandb: connect({ ...options, apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
    project: RECORDED,
    requests: count,
    close: sandbox.close,
  }
}

const printReport = async ({ wandb, project, requests }: Source, metric: string): Promise<void> => {
  const bar = progressBar()
  const { runs, totalCount, failures, complete } = await wandb
    .runs(project, { fields, pageSize: 50, onProgress: bar.follow })
    .finally(bar.stop)
  console.log(report(runs, metric).map(tableText).join('\n'))
  const [best] = ranked(runs, metric)
  if (best !== undefined) console.log(await describeBest(best, metric, wandb))
  for (const { runId, path, expected, actual } of failures)
    console.error(`Run ${runId ?? '?'} could not be read at ${path.join('/')}: expected ${expected}, got ${actual}.`)
  console.log(
    `${project}: ${runs.length} of ${totalCount} runs in ${requests()} requests${complete ? '' : ', incomplete'}.`,
  )
}

const run = async (project: string | undefined, metric: string): Promise<void> => {
  const source = await openSource(project)
  try {
    await printReport(source, metric)
  } finally {
    await source.close()
  }
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
  else await run(values.project, values.metric)
} catch (error) {
  console.error(error instanceof WandbError ? error.message : `${error}\n\n${usage}`)
  process.exitCode = 1
}
