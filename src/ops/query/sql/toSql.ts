import type * as E from 'fp-ts/lib/Either.js'
import type { Filter } from '../../../types/query/Filter.ts'
import type { InvalidQuery } from '../../../types/query/InvalidQuery.ts'
import { conditionOf } from './internal/condition.ts'
import { write } from './internal/Writer.ts'
import type { Dialect, Sql } from './Sql.ts'

/**
 * Gives a filter as a condition over the table of runs (see `runsTable`): what stands behind `WHERE`.
 *
 * It is true where {@link matches} says so and false elsewhere, never NULL. Values and keys are parameters. What the
 * table does not hold, or the engine cannot say, is refused with the reason: figures of a history, and patterns that
 * look ahead or back.
 *
 * @param filter - A filter.
 * @param dialect - The engine.
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
