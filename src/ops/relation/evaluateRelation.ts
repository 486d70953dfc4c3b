import * as E from 'fp-ts/lib/Either.js'
import { gatherColumn } from '../../history/table/gatherColumn.ts'
import { tableColumnBuilder } from '../../history/table/tableColumnBuilder.ts'
import type { Aggregate } from '../../query/Aggregate.ts'
import { answerItems, emptyTypeOfItem } from '../../query/answerItems.ts'
import type { Column } from '../../query/Column.ts'
import { column as columns } from '../../query/columnBuilders.ts'
import type { InvalidQuery } from '../../query/Filter.ts'
import { notTable } from '../../query/notTable.ts'
import type { AnswerName, Relation, RelationParts, RelationRun } from '../../query/Relation.ts'
import { makeRunTable, type NamedColumn, type RunTable } from '../../query/RunTable.ts'
import { isOfRuns, relationIssue } from '../../query/relationIssue.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { assertNoIssue } from '../../types/wire/argument.ts'
import { aggregateGroups } from './aggregateGroups.ts'
import { fastGroups, type GroupAnswer } from './fastGroups.ts'
import { groupRows } from './groupRows.ts'
import { BLOCK, type RowSource } from './RowSource.ts'
import { recordSource } from './recordColumns.ts'
import { rowsOf, scanRows, sortedPlaces } from './selectRows.ts'
import { settledColumn } from './settledColumn.ts'
import { tableColumn } from './tableColumn.ts'
import { tableIssue } from './tableIssue.ts'
import { type TableSource, tableSource } from './tableSource.ts'

/** The types of the columns of an answer without any value. */
const emptyTypesOf = (relation: Relation): ReadonlyArray<TableColumn['type']> =>
  answerItems(relation).map(emptyTypeOfItem)

const built = (
  emptyType: TableColumn['type'] | undefined,
  length: number,
  valueAt: (at: number) => unknown,
): TableColumn => {
  const builder = tableColumnBuilder({ emptyType, capacity: length })
  for (let at = 0; at < length; at += 1) builder.push(valueAt(at))
  return builder.build()
}

/** The columns of the runs, in order. */
const runColumns = (relation: Relation, source: RowSource | TableSource): RunTable => {
  const { filter, order, sort, limit } = relation
  const all = rowsOf(scanRows(source, filter, order), source.length)
  const rows = sort === undefined && limit !== undefined ? all.subarray(0, limit) : all
  const emptyTypes = emptyTypesOf(relation)
  const named = Object.entries(relation.columns ?? { id: columns.id }).map(([name, column], item): NamedColumn => {
    const emptyType = emptyTypes[item]
    const same = 'sameAs' in source ? source.sameAs(column) : undefined
    if (same !== undefined)
      return { name, column: settledColumn(gatherColumn(same, rows), rows.length, emptyType), source: column }
    const { value } = source.columnOf(column)
    return { name, column: built(emptyType, rows.length, (at) => value(rows[at] as number)), source: column }
  })
  return makeRunTable(rows.length, named)
}

const answerGroups = (relation: Relation, source: RowSource): GroupAnswer => {
  const { filter, order, groupBy = {}, aggregates = {} } = relation
  const classifiers = Object.values(groupBy).map((column) => source.columnOf(column).classifier())
  const groups = groupRows(classifiers, source.length)
  const values = aggregateGroups(source, Object.values(aggregates), scanRows(source, filter, order), groups)
  return { count: groups.count(), rowOf: groups.rowOf, values }
}

/** The keys of the groups of runs, and their aggregates. */
const groupColumns = (relation: Relation, source: RowSource | TableSource): RunTable => {
  const fast = 'sameAs' in source ? fastGroups(relation, source) : undefined
  const { count, rowOf, values } = fast ?? answerGroups(relation, source)
  const keys = Object.entries(relation.groupBy ?? {})
  // Without groups there is one row, even for no runs.
  const length = relation.groupBy === undefined ? 1 : count
  const emptyTypes = emptyTypesOf(relation)
  const keyColumns = keys.map(([name, column], at): NamedColumn => {
    const { value } = source.columnOf(column)
    return {
      name,
      column: built(emptyTypes[at], length, (group) => value(rowOf(group))),
      source: column,
    }
  })
  const aggregateColumns = Object.keys(relation.aggregates ?? {}).map((name, at): NamedColumn => {
    const valueAt = values[at] as (group: number) => unknown
    return { name, column: built(emptyTypes[keys.length + at], length, valueAt) }
  })
  return makeRunTable(length, [...keyColumns, ...aggregateColumns])
}

/** Sorts the rows of an answer, and limits them. */
const sorted = (answer: RunTable, relation: Relation): RunTable => {
  const { sort = [], limit } = relation
  if (sort.length === 0 && (limit === undefined || limit >= answer.length)) return answer
  const rows = Uint32Array.from({ length: answer.length }, (_, row) => row)
  const terms = sort.map(({ by, direction }) => {
    const column = tableColumn(answer.columns[by] as TableColumn, BLOCK)
    return { keys: column.sortKeys(rows), direction }
  })
  const places = sortedPlaces(answer.length, terms).subarray(0, limit)
  const emptyTypes = emptyTypesOf(relation)
  return makeRunTable(
    places.length,
    answer.names.map((name, item): NamedColumn => {
      const source = Object.hasOwn(answer.sources, name) ? answer.sources[name] : undefined
      const gathered = gatherColumn(answer.columns[name] as TableColumn, places)
      return { name, column: settledColumn(gathered, places.length, emptyTypes[item]), source }
    }),
  )
}

/** Answers a relation that has been checked over a source that has all its columns. */
export const relationOver =
  (relation: Relation): ((source: RowSource | TableSource) => RunTable) =>
  (source) =>
    sorted(isOfRuns(relation) ? runColumns(relation, source) : groupColumns(relation, source), relation)

const isRecords = <R>(from: RunTable | ReadonlyArray<R>): from is ReadonlyArray<R> => Array.isArray(from)

/**
 * Answers a relation, from records or from a table of runs: filters, sorts, groups and aggregates by columns. Values mean
 * the same as in `matches`, `ordOf`, `groupRunsBy` and `aggregate`.
 *
 * The answer's columns are those of the relation: `columns`, or else the group keys and then the aggregates. Each has the
 * type that its values have. The runs are not changed, and a table may share arrays with the answer.
 *
 * @param relation - The relation.
 * @returns A function from runs, or a table of them, to the answer. `InvalidQuery` for data that is not a relation, and for a
 * column that a table does not have; both name the place. A table has the columns that its `sources` read, what is inside
 * of them, names and runtimes if it has what they are made of, and groups in time of its times.
 * @example
 * ```ts
 * import { evaluateRelation, tableRows } from 'wandb-run-ops/ops'
 * import { column, eq, mean } from 'wandb-run-ops/query'
 *
 * const runs = [
 *   { state: 'finished', config: { optimizer: 'adam' }, summary: { loss: 0.25 } },
 *   { state: 'finished', config: { optimizer: 'sgd' }, summary: { loss: 0.5 } },
 *   { state: 'crashed', config: { optimizer: 'sgd' }, summary: { loss: 9 } },
 * ]
 * const lossByOptimizer = evaluateRelation({
 *   filter: eq(column.state, 'finished'),
 *   groupBy: { optimizer: column.config('optimizer') },
 *   aggregates: { loss: mean(column.summary('loss')) },
 *   sort: [{ by: 'loss', direction: 'desc' }],
 * })
 * const answer = lossByOptimizer(runs)
 *
 * answer._tag === 'Right' && tableRows(answer.right) // => [{ optimizer: 'sgd', loss: 0.5 }, { optimizer: 'adam', loss: 0.25 }]
 * ```
 * @category Many runs
 * @since 0.2.0
 */
export const evaluateRelation = <
  F = unknown,
  O = unknown,
  C extends Readonly<Record<string, Column>> = Readonly<Record<never, Column>>,
  G extends Readonly<Record<string, Column>> = Readonly<Record<never, Column>>,
  A extends Readonly<Record<string, Aggregate>> = Readonly<Record<never, Aggregate>>,
>(
  relation: RelationParts<F, O, C, G, A>,
): ((
  runs: RunTable | ReadonlyArray<RelationRun<F, O, C, G, A>>,
) => E.Either<InvalidQuery, RunTable<AnswerName<C, G, A>>>) => {
  const issue = relationIssue(relation)
  const checked = relation as unknown as Relation
  const answered = (runs: RunTable | ReadonlyArray<unknown>): E.Either<InvalidQuery, RunTable> => {
    if (issue !== undefined) return E.left(issue)
    if (isRecords(runs)) return E.right(relationOver(checked)(recordSource(runs)))
    assertNoIssue('Invalid argument of evaluateRelation', notTable(runs))
    const source = tableSource(runs)
    const lacking = tableIssue(checked, source)
    return lacking === undefined ? E.right(relationOver(checked)(source)) : E.left(lacking)
  }
  return answered as ReturnType<typeof evaluateRelation<F, O, C, G, A>>
}
