import type { Aggregate } from '../query/Aggregate.ts'
import { type Column, columnLabel } from '../query/Column.ts'
import { describeFilter } from '../query/describe.ts'
import type { Order } from '../query/Order.ts'
import type { Plan } from './plan/Plan.ts'

/** A line with the lines below it. */
export interface Branch {
  readonly line: string
  readonly branches: ReadonlyArray<Branch>
}

export const leaf = (line: string): Branch => ({ line, branches: [] })

const aggregateNames: Readonly<Record<Exclude<Aggregate['_tag'], 'Count'>, string>> = {
  ArgMax: 'argmax',
  ArgMin: 'argmin',
  First: 'first',
  Last: 'last',
  Max: 'max',
  Mean: 'mean',
  Median: 'median',
  Min: 'min',
  Quantile: 'quantile',
  Stddev: 'standard deviation',
  Sum: 'sum',
  Variance: 'variance',
}

const aggregateText = (aggregate: Aggregate): string =>
  aggregate._tag === 'Count'
    ? 'number of runs'
    : `${aggregateNames[aggregate._tag]} of ${columnLabel(aggregate.column)}`

const orderText = (order: Order): string =>
  order.map(({ column, direction }) => `${columnLabel(column)}${direction === 'desc' ? ' descending' : ''}`).join(', ')

const listed = (name: string, columns: Readonly<Record<string, Column>> | undefined): ReadonlyArray<Branch> =>
  columns === undefined ? [] : [leaf(`${name} ${Object.values(columns).map(columnLabel).join(', ')}`)]

const relationBranch = ({ text, relation }: Plan['relations'][number]): Branch => {
  const { filter, order, columns, groupBy, aggregates, limit } = relation
  return {
    line: text,
    branches: [
      ...(filter === undefined ? [] : [leaf(`filters ${describeFilter(filter)}`)]),
      ...(order === undefined ? [] : [leaf(`sorts by ${orderText(order)}`)]),
      ...listed('reads', columns),
      ...listed('groups by', groupBy),
      ...(aggregates === undefined
        ? []
        : [leaf(`computes ${Object.values(aggregates).map(aggregateText).join(', ')}`)]),
      ...(limit === undefined ? [] : [leaf(`limits to ${limit}`)]),
    ],
  }
}

/** What columns answer of an expression, and what is left to the evaluator. */
export const relationBranches = ({ relations, evaluated }: Plan): ReadonlyArray<Branch> => [
  ...(relations.length === 0 ? [] : [{ line: 'answers by columns', branches: relations.map(relationBranch) }]),
  ...(evaluated.length === 0
    ? []
    : [{ line: 'evaluates', branches: evaluated.map(({ text, reason }) => leaf(`${text}: ${reason}`)) }]),
]
