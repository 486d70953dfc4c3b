import { compareInProcess, type InProcessComparison } from '../measure/compareInProcess.ts'
import type { Case } from './Case.ts'

const RUNS = 100_000

const inMemory = (comparison: Omit<InProcessComparison, 'runs'>): Case => ({
  name: comparison.name,
  run: async function* (options) {
    yield await compareInProcess({ ...comparison, runs: RUNS }, options)
  },
})

export const ops: Case = inMemory({
  name: 'ops',
  program: 'both/operations',
  targets: [
    { of: 'worst part', atMost: 1.1 },
    { of: 'ours/floor', atMost: 1.1 },
  ],
  note: 'The twelve documented run operations, each over 100,000 records; the floor reads the same properties in a loop.',
})

const MANY_RUNS = 1_000_000

const filterGroups: ReadonlyArray<InProcessComparison> = [
  {
    name: 'filter-group',
    program: 'both/groups',
    runs: RUNS,
    targets: [{ of: 'ours/floor', atMost: 1.5 }],
    note: 'A relation over 100,000 records: filter, group and mean; the floor is a loop with a Map.',
  },
  {
    name: 'filter-group/table',
    program: 'both/tableGroups',
    runs: RUNS,
    targets: [{ of: 'ours/floor', atMost: 1.3 }],
    note: 'The same over a table of 100,000 runs; the floor is a loop over the arrays of its columns.',
  },
  {
    name: 'filter-group/arquero',
    program: 'both/arqueroGroups',
    runs: MANY_RUNS,
    targets: [{ of: 'ours/floor', atMost: 1 }],
    note: 'The same over a table of 1,000,000 runs; the floor is Arquero over the same columns.',
  },
  {
    name: 'filter-group/duckdb',
    program: 'both/duckdbGroups',
    runs: MANY_RUNS,
    targets: [{ of: 'ours/floor', atMost: 2 }],
    note: 'The same over a table of 1,000,000 runs; the floor is DuckDB with one thread over the same columns.',
  },
]

export const filterGroup: Case = {
  name: 'filter-group',
  run: async function* (options) {
    for (const comparison of filterGroups) yield await compareInProcess(comparison, options)
  },
}

export const expression: Case = inMemory({
  name: 'expression',
  program: 'both/expression',
  targets: [{ of: 'ours/floor', atMost: 1.2 }],
  note: 'The same as an expression, parsed and evaluated; the floor is the relation that it has, evaluated directly.',
})
