import { tableColumnBuilder } from '../../history/table/tableColumnBuilder.ts'
import { answerItems, emptyTypeOfItem } from '../../query/answerItems.ts'
import { invalidQuery } from '../../query/Filter.ts'
import type { QueryIssue } from '../../query/filterIssue.ts'
import type { Relation } from '../../query/Relation.ts'
import { makeRunTable, type RunTable } from '../../query/RunTable.ts'
import { relationIssue } from '../../query/relationIssue.ts'
import { readCell } from '../../query/sql/cells.ts'
import { assertNoIssue } from '../../types/wire/argument.ts'
import { typeName } from '../../types/wire/own.ts'

/** Why rows are not lists of as many cells as the answer has columns. */
const rowsIssue = (rows: unknown, length: number): QueryIssue => {
  if (!Array.isArray(rows)) return invalidQuery(['rows'], `must be a list of rows, got ${typeName(rows)}`)
  const index = rows.findIndex((row) => !Array.isArray(row) || row.length !== length)
  if (index < 0) return undefined
  const row: unknown = rows[index]
  const got = Array.isArray(row) ? `${row.length} cells` : typeName(row)
  return invalidQuery(['rows', index], `must be a list of the ${length} cells that the SELECT returns, got ${got}`)
}

/**
 * Converts the rows that an engine returned for `toSqlSelect` to a table, the one that `evaluateRelation` returns in
 * memory: times are times again, 1, `'1'`, `true`, `null` and a missing value stay distinct, and whole numbers are
 * integers.
 *
 * Throws a `TypeError` for data that is not a relation, and for rows that are not lists of its cells: of a client that
 * returns objects, ask for arrays, as `getRows` and `JSONCompactEachRow` give.
 *
 * @param relation - The relation.
 * @returns A function from rows, each a list of the cells in order, to a table. Cells may be as any client returns them:
 * integers as numbers, bigints or strings, infinities as numbers or strings.
 * @example
 * ```ts
 * import { fromSqlRows, tableRows } from 'wandb-run-ops/ops'
 * import { column, count } from 'wandb-run-ops/query'
 *
 * const relation = { groupBy: { lr: column.config('lr') }, aggregates: { runs: count() } }
 * const table = fromSqlRows(relation)([['0.1', 3n], ['"auto"', 1n]])
 *
 * table.columns['lr']?.type // => 'json'
 * table.columns['runs']?.type // => 'integer'
 * tableRows(table) // => [{ lr: 0.1, runs: 3 }, { lr: 'auto', runs: 1 }]
 * ```
 * @category Many runs
 * @since 0.2.0
 */
export const fromSqlRows = (relation: Relation): ((rows: ReadonlyArray<ReadonlyArray<unknown>>) => RunTable) => {
  assertNoIssue('Invalid relation', relationIssue(relation))
  const items = answerItems(relation)
  return (rows) => {
    assertNoIssue('Invalid argument of fromSqlRows', rowsIssue(rows, items.length))
    return makeRunTable(
      rows.length,
      items.map((item, at) => {
        const builder = tableColumnBuilder({ emptyType: emptyTypeOfItem(item), capacity: rows.length, isParsed: true })
        for (const row of rows) builder.push(readCell(item.type, row[at]))
        return { name: item.name, column: builder.build(), source: 'column' in item ? item.column : undefined }
      }),
    )
  }
}
