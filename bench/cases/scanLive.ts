import { ENTITY, type ProjectData, runId } from '../server/data.ts'
import { type Case, comparisonCase } from './Case.ts'

const ROWS = 100_000
const SHARE = 0.2

const history: Omit<ProjectData, 'project'> = { runs: 1, configKeys: 5, summaryKeys: 5, historyMetrics: 18 }
const whole: ProjectData = { ...history, project: 'live', historyRows: ROWS }
const first: ProjectData = { ...history, project: 'first-rows', historyRows: ROWS * SHARE }

const KEY = 'accuracy'

const runOf = ({ project }: ProjectData): string => `${ENTITY}/${project}/${runId(0)}`

export const scanLive: Case = comparisonCase('scan-live', [
  {
    name: 'scan-live',
    projects: [whole, first],
    ours: { program: 'ours/loadHistory', task: { query: { run: runOf(whole) }, key: KEY, head: ROWS * SHARE } },
    floor: { program: 'floor/parseRows', task: { key: KEY } },
    peer: {
      program: 'scan_history',
      task: { run: runOf(whole), options: {}, key: KEY },
      share: { fraction: SHARE, task: { run: runOf(first), options: {}, key: KEY } },
    },
    targets: [
      { of: 'ours/floor', atMost: 1.5 },
      { of: 'peer/ours', atLeast: 5 },
    ],
    note: '100,000 rows of 21 keys over GraphQL, default page sizes.',
  },
])
