import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/**
 * Makes a `TaskEither` of an async generator, in which `yield* unwrap(…)` takes the value of a success, or ends the task
 * with the failure. `finally` blocks run in both cases.
 */
export const task =
  <Failure, A>(body: () => AsyncGenerator<Failure, A, unknown>): TaskEither<Failure, A> =>
  async () => {
    const steps = body()
    const step = await steps.next()
    if (step.done === true) return E.right(step.value)
    await steps.return(undefined as never)
    return E.left(step.value)
  }

type Result<Failure, A> = E.Either<Failure, A> | Promise<E.Either<Failure, A>> | TaskEither<Failure, A>

/** In a {@link task}: the value of a success. A failure ends the task. */
export async function* unwrap<Failure, A>(result: Result<Failure, A>): AsyncGenerator<Failure, A, unknown> {
  const either = await (typeof result === 'function' ? result() : result)
  return E.isRight(either) ? either.right : yield* fail(either.left)
}

/** In a {@link task}: ends the task with a failure. */
export async function* fail<Failure>(failure: Failure): AsyncGenerator<Failure, never, unknown> {
  yield failure
  throw new Error('A task does not resume after a failure.')
}
