import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { LoadError } from './LoadError.ts'

/**
 * An error as data: a tag and a message.
 *
 * @category Errors
 * @since 0.1.0
 */
export interface TaggedFailure {
  /** Discriminates the error. */
  readonly _tag: string
  /** What is wrong, and what to do. */
  readonly message: string
}

/**
 * The `Error` that {@link orThrow} throws: its `cause` is the error as data, its `name` is the tag.
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
 * Runs a load as a plain promise, which resolves to the value or rejects with a {@link LoadFailure}. It accepts every
 * task whose errors have a tag and a message, such as that of an expression. What is not a load, or a load without a
 * client, is a `TypeError`.
 *
 * @param load - The task to run.
 * @returns A promise of the value.
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
  // Without types, it is easy to forget the client or to run the load.
  if (typeof load !== 'function')
    throw new TypeError(`Expected a load such as loadRuns(query)(client), got ${typeof load}.`)
  const result: E.Either<TaggedFailure, A> | typeof load = await load()
  if (typeof result === 'function')
    throw new TypeError('The load has no client: pass one, as in orThrow(loadRuns(query)(client)).')
  if (E.isRight(result)) return result.right
  const failure = new Error(result.left.message, { cause: result.left })
  failure.name = result.left._tag
  throw failure
}
