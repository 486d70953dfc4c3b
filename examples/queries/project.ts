import { type Client, makeClient } from 'wandb-run-ops/loader'
import { type RunLine, startSandbox } from '../../sandbox/index.ts'

/** The project of the examples. */
export const project = 'lab/search'

/** The current time in the examples. */
export const now = new Date('2026-11-21T12:00:00Z')

const HOUR = 3_600_000

/** Formats a time as W&B's server does. */
const formatTime = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19)

const entries = (config: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { desc: null, value }])))

const layers = (index: number): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Array.from({ length: 12 }, (_, layer) => [`layer_${layer}`, { width: 8 * (1 + (index % (layer + 2))) }]),
  )

/** The loss of a run; every 64th run diverged. */
export const lossOf = (index: number): number => (index % 64 === 63 ? Number.NaN : ((index * 37) % 601) / 601 + 0.01)

const line = (index: number): RunLine => ({
  kind: 'run',
  id: `run${String(index).padStart(5, '0')}`,
  entity: 'lab',
  project: 'search',
  displayName: `trial-${index}`,
  group: null,
  jobType: null,
  state: index % 20 === 19 ? 'crashed' : 'finished',
  createdAt: formatTime(now.getTime() - (600 - index) * HOUR),
  heartbeatAt: formatTime(now.getTime() - (600 - index) * HOUR + HOUR / 2),
  tags: index % 10 === 0 ? ['best', 'search'] : ['search'],
  notes: null,
  description: null,
  sweepName: null,
  commit: null,
  user: index % 3 === 0 ? 'ada' : 'grace',
  host: null,
  exitcode: 0,
  computeSeconds: 1800,
  config: entries({
    ...(index < 4 ? {} : { tpe_epoch: Math.floor(index / 4) }),
    'optimizer.lr': 10 ** -(1 + (index % 3)),
    'data/augment': index % 2 === 0,
    model: layers(index),
    seed: index,
  }),
  summaryMetrics: `{"val/loss": ${lossOf(index)}, "_step": 99}`,
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
  const users = ['ada', 'grace'].map(
    (username) => ({ kind: 'user', username, name: username, email: `${username}@lab.example` }) as const,
  )
  const runs = Array.from({ length: 600 }, (_, index) => line(index))
  const sandbox = await startSandbox({
    records: [
      ...users,
      {
        kind: 'project',
        entity: 'lab',
        name: 'search',
        description: null,
        createdAt: '2026-10-01T00:00:00',
        user: 'ada',
      },
      ...runs,
    ],
  })
  try {
    return await use(makeClient({ baseUrl: sandbox.url, apiKey: sandbox.apiKey }))
  } finally {
    await sandbox.close()
  }
}
