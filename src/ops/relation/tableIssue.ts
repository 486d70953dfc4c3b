import { type Column, columnLabel } from '../../query/Column.ts'
import { column as columns } from '../../query/columnBuilders.ts'
import { type Filter, invalidQuery } from '../../query/Filter.ts'
import { firstIssue, type QueryIssue, type QueryPath } from '../../query/filterIssue.ts'
import type { Relation } from '../../query/Relation.ts'
import { isOfRuns } from '../../query/relationIssue.ts'
import { didYouMean } from '../../types/wire/nearest.ts'
import { isNone } from '../../types/wire/own.ts'
import type { TableSource } from './tableSource.ts'

/** A column that a relation reads, and where the relation names it. */
interface ReadColumn {
  readonly column: Column
  readonly path: QueryPath
}

const inFilter = (filter: Filter, path: QueryPath): ReadonlyArray<ReadColumn> => {
  switch (filter._tag) {
    case 'And':
    case 'Or':
      return filter.filters.flatMap((part, index) => inFilter(part, [...path, 'filters', index]))
    case 'Not':
      return inFilter(filter.filter, [...path, 'filter'])
    default:
      return [{ column: filter.column, path: [...path, 'column'] }]
  }
}

const named = (all: Readonly<Record<string, Column>>, path: QueryPath): ReadonlyArray<ReadColumn> =>
  Object.entries(all).map(([name, column]) => ({ column, path: [...path, name] }))

const columnsIn = (relation: Relation): ReadonlyArray<ReadColumn> => {
  const { filter, order = [], groupBy = {}, aggregates = {} } = relation
  return [
    ...(filter === undefined ? [] : inFilter(filter, ['filter'])),
    ...order.map(({ column }, index) => ({ column, path: ['order', index, 'column'] })),
    ...named(isOfRuns(relation) ? (relation.columns ?? { id: columns.id }) : {}, ['columns']),
    ...named(groupBy, ['groupBy']),
    ...Object.entries(aggregates).flatMap(([name, aggregate]) => [
      ...(isNone(aggregate.column) ? [] : [{ column: aggregate.column, path: ['aggregates', name, 'column'] }]),
      ...('of' in aggregate && typeof aggregate.of === 'object'
        ? [{ column: aggregate.of, path: ['aggregates', name, 'of'] }]
        : []),
    ]),
  ]
}

/** Why a table cannot answer a relation: the first column that it does not have. */
export const tableIssue = (relation: Relation, { has, labels }: TableSource): QueryIssue =>
  firstIssue(columnsIn(relation), ({ column, path }) => {
    if (has(column)) return undefined
    const label = columnLabel(column)
    const all = labels.join(', ')
    const hint =
      didYouMean(label, labels) ?? `The table has ${all.length > 200 ? `${all.slice(0, 200)}…` : all || 'none'}.`
    return invalidQuery(path, `is ${label.slice(0, 100)}, which is not in the table. ${hint}`)
  })
