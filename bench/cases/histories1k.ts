import { ENTITY, firstRuns, type ProjectData } from '../server/data.ts'
import { type Case, comparisonCase } from './Case.ts'

const logged: ProjectData = {
  project: 'logged',
  runs: 1_000,
  configKeys: 5,
  summaryKeys: 5,
  historyRows: 500,
  historyMetrics: 3,
}
const path = `${ENTITY}/${logged.project}`
const KEYS = ['accuracy', 'loss']
const SHARE = 0.1

export const histories1k: Case = comparisonCase('histories-1k', [
  {
    name: 'histories-1k',
    projects: [logged],
    latencyMs: 50,
    ours: {
      program: 'ours/loadHistories',
      task: { query: { project: path, keys: KEYS, samples: 500 }, key: KEYS[0], head: logged.runs * SHARE },
    },
    peer: {
      program: 'sample_histories',
      task: { path, filters: {}, keys: KEYS, key: KEYS[0] },
      share: {
        fraction: SHARE,
        task: { path, filters: firstRuns(logged.runs * SHARE), keys: KEYS, key: KEYS[0] },
      },
    },
    targets: [
      { of: 'peer/ours', atLeast: 20 },
      { of: 'requests', atMost: 20 },
    ],
    note: '500 points of 2 metrics of each of 1,000 runs, 50 ms of latency per request.',
  },
])
