import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { LoadError } from '../../client/LoadError.ts'
import type { EvaluationFailure, SyntaxFailure, TypeFailure } from '../../expression/syntax/Failure.ts'

/**
 * Why something failed, as plain data: the error of a load, or that of an expression.
 *
 * @category Errors
 * @since 0.2.0
 */
export type WandbErrorReason = LoadError | EvaluationFailure | SyntaxFailure | TypeFailure

/**
 * The `Error` that the door throws. Its `message` says what is wrong and what to do next, and never contains the API key.
 *
 * @example
 * ```ts
 * import { connect, WandbError } from 'wandb-run-ops'
 *
 * const wandb = connect({ apiKey: 'not-a-real-key' })
 * const error = await wandb.run('too/many/parts/here').catch((error) => error)
 *
 * error instanceof WandbError // => true
 * error.reason._tag // => 'InvalidPath'
 * ```
 * @category Errors
 * @since 0.2.0
 */
export class WandbError extends Error {
  /** Why it failed: plain data, discriminated by `_tag`. */
  readonly reason: WandbErrorReason

  constructor(reason: WandbErrorReason) {
    super(reason.message)
    this.reason = reason
  }

  /** `WandbError`. */
  override get name(): string {
    return 'WandbError'
  }
}

/** Runs a task of the functional core as a promise, which rejects with a {@link WandbError}. */
export const settle = async <A>(load: TaskEither<WandbErrorReason, A>): Promise<A> => {
  const result = await load()
  if (E.isLeft(result)) throw new WandbError(result.left)
  return result.right
}
