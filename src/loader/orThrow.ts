import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { LoadError } from './LoadError.ts'

/**
 * An error as data: its tag, and a line for people.
 *
 * @category Errors
 * @since 0.1.0
 */
export interface TaggedFailure {
  /** Tells it from other errors. */
  readonly _tag: string
  /** What happened, and what to do. */
  readonly message: string
}

/**
 * What {@link orThrow} throws: an `Error` whose `cause` is the error as data, and whose `name` is its tag.
 *
 * @typeParam L - The error as data.
 * @category Errors
 * @since 0.1.0
 */
export interface LoadFailure<L extends TaggedFailure = LoadError> extends Error {
  /** The error as data. */
  readonly cause: L
}

/**
 * Runs a load as a plain promise: it gives the value, or rejects with a {@link LoadFailure}. It takes other tasks whose
 * errors have a tag and a message, such as that of an expression.
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
export const orThrow = async <A>(load: TaskEither<TaggedFailure, A>): Promise<A> => {
  const result = await load()
  if (E.isRight(result)) return result.right
  const failure = new Error(result.left.message, { cause: result.left })
  failure.name = result.left._tag
  throw failure
}
