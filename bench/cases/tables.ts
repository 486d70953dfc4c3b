import type { Comparison } from '../measure/Comparison.ts'
import { compare } from '../measure/compare.ts'
import { hasModule } from '../process/startSide.ts'
import { ENTITY, type ProjectData } from '../server/data.ts'
import { type Case, comparisonCase } from './Case.ts'
import { listed, path } from './list10k.ts'

const SUMS = ['learning_rate', 'accuracy']

const PAGE_SIZE = 1_000

const frame: Comparison = {
  name: 'frame-10k',
  projects: [listed],
  ours: {
    program: 'ours/loadRunTable',
    task: { query: { project: path, pageSize: PAGE_SIZE }, sum: ['config.learning_rate', 'summary.accuracy'] },
  },
  peer: { program: 'frame', task: { path, options: { per_page: PAGE_SIZE }, keys: SUMS } },
  targets: [
    { of: 'peer/ours', atLeast: 4 },
    { of: 'peer memory/ours, once', atLeast: 3 },
  ],
  note: '10,000 runs with 100 keys as a table of all keys, and as a pandas.DataFrame of config and summary.',
}

/** All keys of many runs in a frame. Without pandas, ours is measured alone. */
export const frame10k: Case = {
  name: 'frame-10k',
  run: async function* (options) {
    const hasPandas = options.python !== undefined && hasModule(options.python, 'pandas')
    if (!hasPandas) options.log('frame-10k: no pandas. Install it with pip install -r bench/peer/requirements.txt')
    yield await compare(frame, hasPandas ? options : { ...options, python: undefined })
  },
}

const many: ProjectData = { project: 'many', runs: 100_000, configKeys: 5, summaryKeys: 5 }

const columns = ['id', 'createdAt', 'state', 'config.learning_rate', 'summary.accuracy']

export const table100k: Case = comparisonCase('table-100k', [
  {
    name: 'table-100k',
    projects: [many],
    ours: {
      program: 'ours/loadRunTable',
      task: { query: { project: `${ENTITY}/${many.project}`, columns }, sum: ['summary.accuracy'] },
    },
    floor: { program: 'floor/parseRuns', task: { key: 'accuracy' } },
    targets: [{ of: 'MB above start, once', atMost: 120 }],
    note: 'Five columns of 100,000 runs.',
  },
])
