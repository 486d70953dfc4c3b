import type { DuckDBConnection } from '@duckdb/node-api'
import type { Either } from 'fp-ts/lib/Either.js'
import { type InvalidQuery, invalidQuery } from '../../query/Filter.ts'
import { attempt, type DuckDbError } from './DuckDbError.ts'

/** Quotes a string for SQL, where only the quote itself needs an escape. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Quotes the name of a table or a column for SQL. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Formats a list of strings for SQL. */
export const quoteTexts = (texts: ReadonlyArray<string>): string => `[${texts.map(quoteText).join(', ')}]`

/** DuckDB splits a pattern at backslashes on every system. This range has a backslash, and hardly anything else. */
const BACKSLASH = '[Z-^]'

/** Escapes a path, which DuckDB reads as a glob pattern. A backslash separates names in it. */
export const escapeWindowsGlob = (path: string): string => path.replace(/[*?[]/g, '[$&]')

/** Escapes a path in which a backslash is part of a name, for the start of a pattern. */
export const escapePosixGlob = (path: string): string => escapeWindowsGlob(path).replaceAll('\\', BACKSLASH)

/** Escapes the path of a file. Without other special characters, DuckDB reads a backslash as it is. */
export const escapeGlob = (path: string): string => {
  const escaped = escapeWindowsGlob(path)
  return path.startsWith('/') && escaped !== path ? escapePosixGlob(path) : escaped
}

/** Whether a value is a non-empty string that is safe in SQL, which ends at NUL. */
export const isSqlText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !value.includes('\0')

/** Returns the error for an invalid name; `undefined` if it is valid. */
export const checkName = (field: string, name: unknown): InvalidQuery | undefined =>
  isSqlText(name) ? undefined : invalidQuery([field], 'must be a non-empty string')

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
export const describeTable = (
  connection: DuckDBConnection,
  table: string,
): Promise<Either<DuckDbError, ReadonlyArray<TableColumn>>> =>
  attempt(async () => {
    const reader = await connection.runAndReadAll(`DESCRIBE ${quoteName(table)}`)
    return reader.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }))
  })
