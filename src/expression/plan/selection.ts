import type { OrderTerm } from '../../query/Order.ts'
import { costOf } from '../compile/cost.ts'
import type { Chain, Expression, Lambda, Name } from '../syntax/Expression.ts'
import { constantOf, directionOf } from './constants.ts'
import { type ExactCondition, exactCondition } from './exactCondition.ts'
import { isNameOf, type MemoryColumn, memoryColumnOf } from './memoryColumn.ts'

/** Runs that columns select: filtered, then sorted, then cut. */
export interface Selection {
  /** The name of all runs. */
  readonly source: Name
  readonly conditions: ReadonlyArray<ExactCondition>
  readonly order: ReadonlyArray<OrderTerm>
  readonly limit: number | undefined
  /** The columns that it reads. */
  readonly columns: ReadonlyArray<MemoryColumn>
  /** Those that the evaluator reads of runs of which a relation need not: all parts of a condition, and keys before it. */
  readonly everywhere: ReadonlyArray<MemoryColumn>
  /** How many elements the evaluator would process for each run. */
  readonly cost: number
}

/** What stops columns from selecting runs, and why, as the predicate of a sentence whose subject is the step. */
export interface Obstacle {
  readonly step: Expression
  readonly reason: string
}

/** Sorting costs as much as processing this many elements for each run. */
const SORTED = 60

/** The only parameter of a function; `undefined` if it has several. */
export const onlyParameter = ({ parameters: [row, ...more] }: Lambda): string | undefined =>
  more.length === 0 ? row : undefined

/** The columns that a function returns: one, or those of a list. */
export const columnsIn = (lambda: Lambda, body: Expression): ReadonlyArray<MemoryColumn> | undefined => {
  const row = onlyParameter(lambda)
  if (row === undefined) return undefined
  const parts = body._tag === 'List' ? body.items : [body]
  const columns = parts.flatMap((part) => memoryColumnOf(part, isNameOf(row)) ?? [])
  return columns.length === parts.length && parts.length > 0 ? columns : undefined
}

const orderOf = ({
  args: [key, given, ...more],
}: Chain): { readonly columns: ReadonlyArray<MemoryColumn>; readonly order: Selection['order'] } | undefined => {
  const columns = key?._tag === 'Lambda' && more.length === 0 ? columnsIn(key, key.body) : undefined
  const parts = given?._tag === 'List' ? given.items : [given]
  const directions = parts.map(directionOf)
  if (columns === undefined || directions.includes(undefined)) return undefined
  return { columns, order: columns.map(({ column }, index) => ({ column, direction: directions[index] ?? 'asc' })) }
}

const all = (source: Name): Selection => ({
  source,
  conditions: [],
  order: [],
  limit: undefined,
  columns: [],
  everywhere: [],
  cost: 0,
})

const CUT: Obstacle['reason'] = 'follows a limit'

/** Returns the runs that a part selects, or what stops columns from it; `undefined` if it is not a part of runs. */
export const runSelectionOf = (
  part: Expression,
  isRuns: (name: string) => boolean,
): Selection | Obstacle | undefined => {
  if (part._tag === 'Name') return isRuns(part.name) ? all(part) : undefined
  if (part._tag !== 'Chain') return undefined
  const { name, args } = part
  if (name !== 'filter' && name !== 'sort' && name !== 'limit') return undefined
  const before = runSelectionOf(part.receiver, isRuns)
  if (before === undefined || 'reason' in before) return before
  if (before.limit !== undefined) return { step: part, reason: CUT }
  const [first, ...more] = args
  if (name === 'limit') {
    const limit = first && constantOf(first)?.value
    if (typeof limit !== 'number' || more.length > 0)
      return { step: part, reason: 'has a limit that is not a constant' }
    return { ...before, limit: limit > 0 ? Math.floor(limit) : 0 }
  }
  if (name === 'sort') {
    const sort = orderOf(part)
    if (sort === undefined) return { step: part, reason: 'sorts by something else than columns' }
    const columns = [...before.columns, ...sort.columns]
    // A sort is stable: what the runs were sorted by before breaks ties.
    return { ...before, order: [...sort.order, ...before.order], columns, cost: before.cost + SORTED }
  }
  const condition = first?._tag === 'Lambda' && more.length === 0 ? exactCondition(first) : undefined
  if (first?._tag !== 'Lambda' || condition === undefined)
    return { step: part, reason: 'has a condition that is not made of comparisons of columns with constants' }
  const columns = [...before.columns, ...condition.columns]
  return {
    ...before,
    conditions: [...before.conditions, condition],
    columns,
    everywhere: columns,
    cost: before.cost + 1 + costOf(first.body),
  }
}
