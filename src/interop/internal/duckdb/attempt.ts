import * as E from 'fp-ts/lib/Either.js'
import { type DuckDbError, duckDbError } from './DuckDbError.ts'

/** DuckDB's message, without the excerpt of the SQL. */
const detailOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/\n\nLINE \d+:[\s\S]*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)

const MISSING = /Table with name (.+?) does not exist/

/** Converts what DuckDB threw to an error as data. */
export const errorOf = (error: unknown): DuckDbError => {
  const detail = detailOf(error)
  if (/connection disconnected/i.test(detail)) return duckDbError({ _tag: 'ConnectionClosed' })
  const table = MISSING.exec(detail)?.[1]
  if (table !== undefined) return duckDbError({ _tag: 'TableMissing', table })
  return duckDbError({ _tag: 'DuckDbFailed', detail })
}

/** Runs work that may throw, and returns its error as data. */
export const attempt = async <A>(work: () => A | Promise<A>): Promise<E.Either<DuckDbError, A>> => {
  try {
    return E.right(await work())
  } catch (error) {
    return E.left(errorOf(error))
  }
}
