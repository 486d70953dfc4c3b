import type { Aggregate } from '../../query/Aggregate.ts'
import type { Column } from '../../query/Column.ts'
import type { Expression } from '../syntax/Expression.ts'
import { type IsRuns, type MemoryColumn, memoryColumnOf } from './memoryColumn.ts'

/**
 * The aggregates that mean the same in expressions, over columns without lists and dates among other values: they skip
 * what is no number. `argmin` and `argmax` are positions in a list, which relations do not have.
 */
const aggregates: ReadonlyMap<string, (column: Column) => Aggregate> = new Map<string, (column: Column) => Aggregate>([
  ['avg', (column) => ({ _tag: 'Mean', column })],
  ['count', () => ({ _tag: 'Count', column: undefined })],
  ['max', (column) => ({ _tag: 'Max', column })],
  ['min', (column) => ({ _tag: 'Min', column })],
  ['stddev', (column) => ({ _tag: 'Stddev', column, of: 'population' })],
  ['sum', (column) => ({ _tag: 'Sum', column })],
])

/** The number of runs. */
const count: Aggregate = { _tag: 'Count', column: undefined }

/** An aggregate over runs. */
export interface MemoryAggregate {
  readonly aggregate: Aggregate
  readonly columns: ReadonlyArray<MemoryColumn>
  /** The columns that the evaluator reads, but the aggregate does not. */
  readonly unread: ReadonlyArray<MemoryColumn>
}

/** Returns the aggregate over runs that a part is, with the columns that it reads; `undefined` if it is none. */
export const memoryAggregateOf = (part: Expression, isRuns: IsRuns): MemoryAggregate | undefined => {
  if (part._tag !== 'Chain' || part.args.length > 0) return undefined
  if (part.name === 'count' && isRuns(part.receiver)) return { aggregate: count, columns: [], unread: [] }
  const make = aggregates.get(part.name)
  const read = make && memoryColumnOf(part.receiver, isRuns)
  return make && read && { aggregate: make(read.column), columns: [read], unread: part.name === 'count' ? [read] : [] }
}
