import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { InvalidQuery } from '../../../types/index.ts'

/**
 * An error as data, with or without a message.
 *
 * @category Interop
 * @since 0.1.0
 */
export type TaggedError = InvalidQuery | { readonly _tag: string; readonly message: string }

const messageOf = (error: TaggedError): string =>
  'message' in error ? error.message : `${error.field} ${error.reason}`

/**
 * Runs a task as a promise. A failed task rejects with an `Error` whose `name` is the tag of the error and whose `cause` is
 * the error as data. Tasks of `wandb-run-ops/loader` are accepted too.
 *
 * @param task - The task to run.
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { createHistory, orThrow } from 'wandb-run-ops/duckdb'
 *
 * const connection = await (await DuckDBInstance.create()).connect()
 * const refused = orThrow(createHistory({ files: ['not-there.parquet'] })(connection))
 *
 * await refused.catch((error) => error.name) // => 'FileMissing'
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const orThrow = async <A>(task: TaskEither<TaggedError, A>): Promise<A> => {
  const result = await task()
  if (E.isRight(result)) return result.right
  const failure = new Error(messageOf(result.left), { cause: result.left })
  failure.name = result.left._tag
  return Promise.reject(failure)
}
