import type * as E from 'fp-ts/lib/Either.js'
import type { InvalidQuery } from '../../../types/query/InvalidQuery.ts'
import { selectOf } from './internal/select.ts'
import { write } from './internal/Writer.ts'
import type { Dialect, Sql } from './Sql.ts'
import type { SqlSelect } from './SqlSelect.ts'

/**
 * Converts a query to a SELECT over the table of runs (see `runsTable`): runs, or groups of them in order of first
 * appearance.
 *
 * {@link cellValue} and {@link cellFigure} convert the result. Refused are history statistics, names that are
 * empty, contain a NUL or are used twice, columns combined with groups or aggregates, and a limit that is not a
 * non-negative integer.
 *
 * @param select - The query.
 * @param dialect - The SQL engine.
 * @example
 * ```ts
 * import { column, eq, mean, toSqlSelect } from 'wandb-run-ops/ops'
 *
 * const select = {
 *   filter: eq(column.project, 'vision'),
 *   groupBy: [column.state],
 *   aggregates: { seconds: mean(column.runtime) },
 * }
 * const sql = toSqlSelect(select, 'duckdb')
 *
 * sql._tag === 'Right' && sql.right.text.split('\n')[2] // => 'WHERE project = $p0'
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const toSqlSelect = (select: SqlSelect, dialect: Dialect): E.Either<InvalidQuery, Sql> =>
  write(dialect, (writer) => selectOf(select, writer))
