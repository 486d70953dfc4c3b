import type { Aggregate } from '../Aggregate.ts'
import { type Column, isColumn, isTime } from '../Column.ts'
import { column as columns } from '../columnBuilders.ts'
import type { Relation } from '../Relation.ts'
import { isOfRuns } from '../relationIssue.ts'
import { type SqlField, sqlFields } from './columns.ts'

/** The type of the cells of a column in an answer: that of a field, or JSON of any type. */
export type CellType = SqlField['type'] | 'json'

/** The type of the cells of a column of runs. */
export const columnCellType = (column: Column): CellType => {
  // A stored column need not match its type.
  if (!isColumn(column)) return 'json'
  if (isTime(column)) return 'time'
  return column._tag === 'Field' && Object.hasOwn(sqlFields, column.name) ? sqlFields[column.name].type : 'json'
}

/** The type of the cells of an aggregate. */
export const aggregateCellType = (aggregate: Aggregate): CellType => {
  switch (aggregate?._tag) {
    case 'First':
    case 'Last':
      return columnCellType(aggregate.column)
    case 'ArgMin':
    case 'ArgMax':
      return columnCellType(aggregate.of)
    case 'Min':
    case 'Max':
      return columnCellType(aggregate.column) === 'time' ? 'time' : 'number'
    default:
      return 'number'
  }
}

/** What a column of an answer is computed from. */
export type AnswerItem = { readonly name: string; readonly type: CellType } & (
  | { readonly part: 'columns' | 'groupBy'; readonly column: Column }
  | { readonly part: 'aggregates'; readonly aggregate: Aggregate }
)

/** The columns of the answer to a relation, in order. */
export const answerItems = (relation: Relation): ReadonlyArray<AnswerItem> => {
  const ofColumns = (part: 'columns' | 'groupBy', named: Readonly<Record<string, Column>>) =>
    Object.entries(named).map(([name, column]): AnswerItem => ({ name, part, column, type: columnCellType(column) }))
  if (isOfRuns(relation)) return ofColumns('columns', relation.columns ?? { id: columns.id })
  const aggregates = Object.entries<Aggregate>(relation.aggregates ?? {})
  return [
    ...ofColumns('groupBy', relation.groupBy ?? {}),
    ...aggregates.map(
      ([name, aggregate]): AnswerItem => ({
        name,
        part: 'aggregates',
        aggregate,
        type: aggregateCellType(aggregate),
      }),
    ),
  ]
}
