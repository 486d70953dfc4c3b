import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import { attempt } from './attempt.ts'
import type { DuckDbError } from './DuckDbError.ts'

const transactionId = async (connection: DuckDBConnection): Promise<unknown> =>
  (await connection.runAndReadAll('SELECT txid_current()')).getRows()[0]?.[0]

/** Whether the caller has begun a transaction: outside of one, each statement has its own. */
const isWithin = (connection: DuckDBConnection): Promise<E.Either<DuckDbError, boolean>> =>
  attempt(async () => {
    const one = await transactionId(connection)
    return one === (await transactionId(connection))
  })

/** Runs work in a transaction. If the caller has begun one, the work joins it, and the caller commits or rolls back. */
export const transaction = async <A>(
  connection: DuckDBConnection,
  work: () => Promise<E.Either<DuckDbError, A>>,
): Promise<E.Either<DuckDbError, A>> => {
  const within = await isWithin(connection)
  if (E.isLeft(within)) return within
  if (within.right) return work()
  const begun = await attempt(() => connection.run('BEGIN TRANSACTION'))
  if (E.isLeft(begun)) return begun
  const done = await work()
  const ended = await attempt(() => connection.run(E.isLeft(done) ? 'ROLLBACK' : 'COMMIT'))
  return E.isRight(done) && E.isLeft(ended) ? ended : done
}
