import type * as E from 'fp-ts/lib/Either.js'
import type { Filter } from '../../../types/query/Filter.ts'
import type { InvalidQuery } from '../../../types/query/InvalidQuery.ts'
import { conditionOf } from './internal/condition.ts'
import { write } from './internal/Writer.ts'
import type { Dialect, Sql } from './Sql.ts'

/**
 * Converts a filter to a `WHERE` condition over the table of runs (see `runsTable`).
 *
 * It is true for the runs that {@link matches} keeps and false for others, never NULL. Values and keys are
 * parameters. Filters that the table or the engine does not support are refused with the reason: history
 * statistics, and patterns with lookaround or backreferences.
 *
 * @param filter - A filter.
 * @param dialect - The SQL engine.
 * @example
 * ```ts
 * import { column, eq, toSql } from 'wandb-run-ops/ops'
 *
 * const sql = toSql(eq(column.state, 'finished'), 'duckdb')
 *
 * sql._tag === 'Right' && sql.right.text // => 'coalesce(state = $p0, FALSE)'
 * sql._tag === 'Right' && sql.right.parameters // => { p0: 'finished' }
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const toSql = (filter: Filter, dialect: Dialect): E.Either<InvalidQuery, Sql> =>
  write(dialect, (writer) => conditionOf(filter, ['filter'], writer))
