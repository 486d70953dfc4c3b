import { type Client, makeClient } from 'wandb-run-ops/loader'
import { type RunLine, startSandbox } from '../../sandbox/index.ts'

/** The project of the examples. */
export const project = 'lab/search'

const START = Date.UTC(2026, 9, 1)
const HOUR = 3_600_000

/** Formats a time as W&B's server does. */
const formatTime = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19)

const entries = (config: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { desc: null, value }])))

const line = (index: number): RunLine => ({
  kind: 'run',
  id: `run${String(index).padStart(5, '0')}`,
  entity: 'lab',
  project: 'search',
  displayName: `trial-${index}`,
  group: null,
  jobType: null,
  state: index % 20 === 19 ? 'crashed' : 'finished',
  createdAt: formatTime(START + index * HOUR),
  heartbeatAt: formatTime(START + index * HOUR + HOUR / 2),
  tags: [],
  notes: null,
  description: null,
  sweepName: null,
  commit: null,
  user: 'ada',
  host: null,
  exitcode: 0,
  computeSeconds: 1800,
  config: entries({ tpe_epoch: Math.floor(index / 4), lr: 10 ** -(1 + (index % 3)), seed: index }),
  summaryMetrics: JSON.stringify({ acc: ((index * 37) % 601) / 601 }),
  systemMetrics: null,
  historyKeys: null,
  history: [],
  events: [],
  logLines: [],
  files: [],
  loggedArtifacts: [],
  usedArtifacts: [],
})

/** Calls `use` with a client of a temporary server that has a project of 600 runs, one per hour. */
export const withProject = async <A>(use: (client: Client) => Promise<A>): Promise<A> => {
  const createdAt = formatTime(START)
  const sandbox = await startSandbox({
    records: [
      { kind: 'user', username: 'ada', name: 'Ada', email: 'ada@lab.example' },
      { kind: 'project', entity: 'lab', name: 'search', description: null, createdAt, user: 'ada' },
      ...Array.from({ length: 600 }, (_, index) => line(index)),
    ],
  })
  try {
    return await use(makeClient({ baseUrl: sandbox.url, apiKey: sandbox.apiKey }))
  } finally {
    await sandbox.close()
  }
}
