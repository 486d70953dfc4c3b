import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { LoadError } from './LoadError.ts'

/**
 * What {@link orThrow} throws: an `Error` whose `cause` is the {@link LoadError}, and whose `name` is its tag.
 *
 * @category Errors
 * @since 0.1.0
 */
export interface LoadFailure extends Error {
  /** The error as data. */
  readonly cause: LoadError
}

/**
 * Runs a load as a plain promise: it gives the value, or rejects with a {@link LoadFailure}.
 *
 * @example
 * ```ts
 * import { countRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'not-a-real-key' })
 * const refused = orThrow(countRuns({ project: 'too/many/parts' })(client))
 *
 * await refused.catch((error) => error.name) // => 'InvalidPath'
 * ```
 * @category Loading
 * @since 0.1.0
 */
export const orThrow = async <A>(load: TaskEither<LoadError, A>): Promise<A> => {
  const result = await load()
  if (E.isRight(result)) return result.right
  const failure = new Error(result.left.message, { cause: result.left })
  failure.name = result.left._tag
  throw failure
}
