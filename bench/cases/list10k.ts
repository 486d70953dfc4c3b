import type { Comparison } from '../measure/Comparison.ts'
import { ENTITY, type ProjectData } from '../server/data.ts'
import { type Case, comparisonCase } from './Case.ts'

export const listed: ProjectData = { project: 'runs', runs: 10_000, configKeys: 50, summaryKeys: 50 }

export const path: string = `${ENTITY}/${listed.project}`

const KEY = 'accuracy'

const listing = (name: string, pageSize: number): Comparison => ({
  name,
  projects: [listed],
  ours: { program: 'ours/loadRuns', task: { query: { project: path, pageSize }, key: KEY } },
  floor: { program: 'floor/parseRuns', task: { key: KEY } },
  peer: { program: 'list_runs', task: { path, options: { per_page: pageSize }, key: KEY } },
  targets: [
    { of: 'ours/floor', atMost: 1.3 },
    { of: 'peer/ours', atLeast: 4 },
  ],
  note: `10,000 full runs, ${pageSize} per page.`,
})

export const list10k: Case = comparisonCase('list-10k', [listing('list-10k', 50), listing('list-10k/1000', 1_000)])
