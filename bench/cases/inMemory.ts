import type { Case } from '../Case.ts'
import { comparisons } from './comparisons.ts'

const task = { runs: 100_000 }

export const ops: Case = comparisons('ops', [
  {
    name: 'ops',
    ours: { program: 'ours/operations', task },
    floor: { program: 'floor/properties', task },
    targets: [
      { of: 'worst part', atMost: 1.1 },
      { of: 'ours/floor', atMost: 1.1 },
    ],
    note: 'The twelve operations of the W&B documentation over 100,000 records, in a loop each; the floor reads the properties.',
  },
])

export const filterGroup: Case = comparisons('filter-group', [
  {
    name: 'filter-group',
    ours: { program: 'ours/groups', task },
    floor: { program: 'floor/groups', task },
    targets: [{ of: 'ours/floor', atMost: 2 }],
    note: 'Filter, group and mean over 100,000 records; the floor is a loop with a Map.',
  },
])

export const expression: Case = comparisons('expression', [
  {
    name: 'expression',
    ours: { program: 'ours/expression', task },
    floor: { program: 'ours/groups', task },
    targets: [{ of: 'ours/floor', atMost: 1.5 }],
    note: 'The same as a text, parsed and evaluated; the floor is filter-group by our operations.',
  },
])
