import { ENTITY, firstRuns, type ProjectData } from '../server/data.ts'
import { type Case, comparisonCase } from './Case.ts'

const wide: ProjectData = { project: 'wide', runs: 10_000, configKeys: 500, summaryKeys: 500 }
const path = `${ENTITY}/${wide.project}`
const KEY = 'accuracy'
const SHARE = 0.1

export const project2Keys: Case = comparisonCase('project-2-keys', [
  {
    name: 'project-2-keys',
    projects: [wide],
    ours: {
      program: 'ours/loadRuns',
      task: {
        query: {
          project: path,
          fields: ['config', 'summary'],
          keys: { config: ['learning_rate', 'optimizer'], summary: [KEY] },
        },
        key: KEY,
        head: wide.runs * SHARE,
      },
    },
    floor: { program: 'floor/parseRuns', task: { key: KEY } },
    peer: {
      program: 'list_runs',
      task: { path, options: {}, key: KEY },
      share: { fraction: SHARE, task: { path, options: { filters: firstRuns(wide.runs * SHARE) }, key: KEY } },
    },
    targets: [
      { of: 'ours/floor', atMost: 1.3 },
      { of: 'peer/ours', atLeast: 20 },
      { of: 'peer bytes/ours', atLeast: 50 },
    ],
    note: 'Two of 500 config keys and one of 500 summary keys of 10,000 runs. The official client loads whole runs.',
  },
  {
    name: 'project-2-keys/table',
    projects: [wide],
    ours: {
      program: 'ours/loadRunTable',
      task: {
        query: { project: path, columns: ['config.learning_rate', 'config.optimizer', `summary.${KEY}`] },
        sum: [`summary.${KEY}`],
        head: wide.runs * SHARE,
      },
    },
    floor: { program: 'floor/parseRuns', task: { key: KEY } },
    peer: {
      program: 'list_runs',
      task: { path, options: {}, key: KEY },
      share: { fraction: SHARE, task: { path, options: { filters: firstRuns(wide.runs * SHARE) }, key: KEY } },
    },
    targets: [
      { of: 'ours/floor', atMost: 1.3 },
      { of: 'peer/ours', atLeast: 20 },
      { of: 'peer bytes/ours', atLeast: 80 },
    ],
    note: 'The same keys as a table, without the light fields.',
  },
])
