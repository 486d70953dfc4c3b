import type { TableColumn } from '../types/table/TableColumn.ts'
import type { Aggregate } from './Aggregate.ts'
import { type Column, type FieldType, fieldType, isColumn } from './Column.ts'
import { column as columns } from './columnBuilders.ts'
import type { Relation } from './Relation.ts'
import { isOfRuns } from './relationIssue.ts'

/** The type of the values in a column: that of a field, or any of JSON. */
export type ValueType = FieldType | 'json'

/** The type of the values in a column of runs. */
export const columnValueType = (column: Column): ValueType =>
  // A stored column need not match its type.
  (isColumn(column) ? fieldType(column) : undefined) ?? 'json'

/** The type of the values of an aggregate. */
export const aggregateValueType = (aggregate: Aggregate): ValueType => {
  switch (aggregate?._tag) {
    case 'First':
    case 'Last':
      return columnValueType(aggregate.column)
    case 'ArgMin':
    case 'ArgMax':
      return columnValueType(aggregate.of)
    case 'Min':
    case 'Max':
      return columnValueType(aggregate.column) === 'time' ? 'time' : 'number'
    default:
      return 'number'
  }
}

/** A column of an answer, and what it is computed from. */
export type AnswerItem = { readonly name: string; readonly type: ValueType } & (
  | { readonly part: 'columns' | 'groupBy'; readonly column: Column }
  | { readonly part: 'aggregates'; readonly aggregate: Aggregate }
)

const columnItems = (part: 'columns' | 'groupBy', named: Readonly<Record<string, Column>>): ReadonlyArray<AnswerItem> =>
  Object.entries(named).map(([name, column]) => ({ name, part, column, type: columnValueType(column) }))

const aggregateItems = (named: Readonly<Record<string, Aggregate>>): ReadonlyArray<AnswerItem> =>
  Object.entries(named).map(([name, aggregate]) => ({
    name,
    part: 'aggregates',
    aggregate,
    type: aggregateValueType(aggregate),
  }))

/** The columns of the answer to a relation, in order. */
export const answerItems = (relation: Relation): ReadonlyArray<AnswerItem> =>
  isOfRuns(relation)
    ? columnItems('columns', relation.columns ?? { id: columns.id })
    : [...columnItems('groupBy', relation.groupBy ?? {}), ...aggregateItems(relation.aggregates ?? {})]

/** The type of a column of an answer without any value. */
export const emptyTypeOfItem = ({ type }: AnswerItem): TableColumn['type'] => (type === 'json' ? 'number' : type)
