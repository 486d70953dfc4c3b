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

export const filterGroup: Case = inMemory({
  name: 'filter-group',
  program: 'both/groups',
  targets: [{ of: 'ours/floor', atMost: 2 }],
  note: 'Filter, group and mean over 100,000 records; the floor is a loop with a Map.',
})

export const expression: Case = inMemory({
  name: 'expression',
  program: 'both/expression',
  targets: [{ of: 'ours/floor', atMost: 1.2 }],
  note: 'The same as an expression, parsed and evaluated; the floor is the relation that it has, evaluated directly.',
})
