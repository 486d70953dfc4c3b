import { firstRuns } from '../server/data.ts'
import { type Case, comparisonCase } from './Case.ts'
import { listed, path } from './list10k.ts'

const KEY = 'accuracy'
const SHARE = 0.2

export const list10kRtt50: Case = comparisonCase('list-10k-rtt50', [
  {
    name: 'list-10k-rtt50',
    projects: [listed],
    latencyMs: 50,
    ours: { program: 'ours/loadRuns', task: { query: { project: path }, key: KEY, head: listed.runs * SHARE } },
    peer: {
      program: 'list_runs',
      task: { path, options: {}, key: KEY },
      share: { fraction: SHARE, task: { path, options: { filters: firstRuns(listed.runs * SHARE) }, key: KEY } },
    },
    targets: [{ of: 'peer/ours', atLeast: 10 }],
    note:
      '10,000 full runs, 50 ms of latency per request, default page sizes. The official client lists with lazy=False: ' +
      'otherwise the config of each run takes another request.',
  },
])
