import type { Comparison } from '../measure/Comparison.ts'
import { ENTITY, type ProjectData, runId } from '../server/data.ts'
import { type Case, comparisonCase } from './Case.ts'

const FILES = 10
const SHARE = 1 / FILES

const history: Omit<ProjectData, 'project'> = { runs: 1, configKeys: 5, summaryKeys: 5, historyMetrics: 18 }
const whole: ProjectData = { ...history, project: 'exported', historyRows: 1_000_000, parquetFiles: FILES }
/** Only the first file. */
const first: ProjectData = { ...history, project: 'first-file', historyRows: 1_000_000 / FILES, parquetFiles: 1 }

const KEY = 'accuracy'

const runOf = ({ project }: ProjectData): string => `${ENTITY}/${project}/${runId(0)}`

const scan = (name: string, keys: ReadonlyArray<string> | undefined, wholeFirst: boolean): Comparison => {
  const options = { page_size: 10_000, ...(keys === undefined ? {} : { keys }) }
  return {
    name,
    projects: [whole, first],
    ours: {
      program: 'ours/loadHistory',
      task: { query: { run: runOf(whole), keys }, key: KEY, head: 1_000_000 * SHARE },
    },
    floor: {
      program: 'floor/readParquet',
      task: { key: KEY, ...(keys === undefined ? {} : { columns: ['_step', ...keys] }) },
    },
    peer: {
      program: 'scan_history',
      task: { run: runOf(whole), options, key: KEY },
      share: { fraction: SHARE, task: { run: runOf(first), options, key: KEY }, wholeFirst },
    },
    targets: [
      { of: 'ours/floor', atMost: 1.2 },
      { of: 'peer/ours', atLeast: 10 },
      { of: 'peer memory/ours', atLeast: 3 },
    ],
    note:
      `${keys === undefined ? 'All 21 columns' : `The steps and ${keys.length} of 21 columns`} of 1,000,000 rows in ` +
      `${FILES} Parquet files.`,
  }
}

export const scanParquet: Case = comparisonCase('scan-parquet', [
  scan('scan-parquet', undefined, true),
  scan('scan-parquet/3', [KEY, 'loss', 'val/loss'], true),
])
