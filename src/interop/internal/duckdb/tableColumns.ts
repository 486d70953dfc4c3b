import type { DuckDBConnection } from '@duckdb/node-api'
import type { Either } from 'fp-ts/lib/Either.js'
import { attempt } from './attempt.ts'
import type { DuckDbError } from './DuckDbError.ts'
import { quotedName } from './quoted.ts'

/**
 * A column of a DuckDB table.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface TableColumn {
  /** The name. */
  readonly name: string
  /** The DuckDB type. */
  readonly type: string
}

/** Returns the columns of a table or a view. */
export const tableColumns = (
  connection: DuckDBConnection,
  table: string,
): Promise<Either<DuckDbError, ReadonlyArray<TableColumn>>> =>
  attempt(async () => {
    const reader = await connection.runAndReadAll(`DESCRIBE ${quotedName(table)}`)
    return reader.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }))
  })
