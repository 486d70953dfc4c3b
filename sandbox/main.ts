import { parseArgs } from 'node:util'
import { startSandbox } from './index.ts'
import { folderLines } from './records/folder.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    key: { type: 'string' },
    cors: { type: 'boolean', default: false },
    runs: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string' },
  },
})

const number = (name: 'port' | 'runs' | 'seed'): number => {
  const value = Number(values[name])
  if (Number.isInteger(value) && value >= 0) return value
  console.error(`--${name} must be a non-negative integer, got "${values[name]}"`)
  process.exit(2)
}

const runs = number('runs')
const sandbox = await startSandbox({
  port: number('port'),
  cors: values.cors,
  ...(values.key === undefined ? {} : { apiKey: values.key }),
  ...(values.data === undefined ? {} : { records: folderLines(values.data) }),
  ...(runs > 0
    ? { synthetic: { runs, seed: number('seed'), historyRows: 100, artifactsPerRun: 2, filesPerRun: 3 } }
    : {}),
})

console.log(`Sandbox running at ${sandbox.url}. Press Ctrl-C to stop.\n`)
for (const project of sandbox.store.projects)
  console.log(`  ${project.facts.entity}/${project.facts.name}: ${project.runs.length} runs`)
if (sandbox.store.projects.length === 0) console.log('  no runs; use --runs 1000 to generate some')
console.log(`\nexport WANDB_BASE_URL=${sandbox.url} WANDB_API_KEY=${sandbox.apiKey}`)

const stop = (): void => {
  void sandbox.close().then(() => process.exit(0))
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
