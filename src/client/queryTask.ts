import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { isObject, setOwn, type UnknownRecord } from '../types/wire/own.ts'
import type { Client } from './Client.ts'
import { redactError } from './credentials.ts'
import { invalidOption } from './errors.ts'
import type { LoadError } from './LoadError.ts'
import { callback, type OptionChecks, optionError } from './optionChecks.ts'
import { task } from './task.ts'

/** How the argument of a load makes a query. */
export interface QueryShape<Q> {
  /** The option that the argument is, if it is a path or a record. */
  readonly subject: string
  readonly options: OptionChecks<Q>
  /** Returns the subject that a record names; `undefined` for any other object. */
  readonly reference?: ((record: UnknownRecord) => unknown) | undefined
}

/** Makes a query of the argument of a load: a path, a record, a query, or nothing. */
export const subjectQuery = (
  { subject, reference }: Pick<QueryShape<unknown>, 'subject' | 'reference'>,
  given: unknown,
): E.Either<LoadError, UnknownRecord> => {
  if (given === undefined) return E.right({})
  if (typeof given === 'string') return E.right({ [subject]: given })
  if (!isObject(given)) return E.left(invalidOption(subject, 'must be a path, a record or a query'))
  const referred = Object.hasOwn(given, subject) ? undefined : reference?.(given)
  return E.right(referred === undefined ? given : { [subject]: referred })
}

/** What a callback of the caller threw. */
class CallbackFailure extends Error {
  readonly reason: LoadError

  constructor(reason: LoadError) {
    super(reason.message)
    this.reason = reason
  }
}

/** The error of a load whose callback threw; `undefined` for any other exception. */
export const callbackError = (thrown: unknown): LoadError | undefined =>
  thrown instanceof CallbackFailure ? thrown.reason : undefined

const messageOf = (thrown: unknown): string => {
  try {
    return String(thrown instanceof Error ? thrown.message : thrown).slice(0, 200)
  } catch {
    return 'unknown'
  }
}

const guarded =
  (name: string, call: (...args: ReadonlyArray<unknown>) => unknown) =>
  (...args: ReadonlyArray<unknown>): unknown => {
    try {
      const result = call(...args)
      // Nobody waits for a promise, so its rejection would end the process.
      if (result instanceof Promise) result.catch(() => {})
      return result
    } catch (thrown) {
      if (thrown instanceof CallbackFailure) throw thrown
      throw new CallbackFailure(invalidOption(name, `threw an error: ${messageOf(thrown)}`))
    }
  }

/** Reads the argument of a load. Its callbacks then throw what {@link callbackError} recognizes. */
export const readOptions = async <Q>(
  shape: QueryShape<NoInfer<Q>>,
  given: unknown,
): Promise<E.Either<LoadError, Q>> => {
  const query = subjectQuery(shape, given)
  if (E.isLeft(query)) return query
  const checks: OptionChecks<UnknownRecord> = shape.options
  const own: Record<string, unknown> = {}
  // An option may be inherited, such as from Object.create(defaults).
  for (const name in query.right) setOwn(own, name, query.right[name])
  const wrong = optionError(own, checks)
  if (wrong !== undefined) {
    // Imported lazily, because few programs need it.
    const { optionHint } = await import('./optionHint.ts')
    return E.left(optionError(own, checks, 'load', optionHint) ?? wrong)
  }
  for (const [name, value] of Object.entries(own))
    if (checks[name] === callback && typeof value === 'function') own[name] = guarded(name, value as () => unknown)
  return E.right(own as Q)
}

/** Redacts the API key in an error that repeats an argument of a load, since people paste it into any option. */
export const redactGiven = (client: Pick<Client, 'redact'> | undefined, error: LoadError): LoadError =>
  client !== undefined && (error._tag === 'InvalidQuery' || error._tag === 'InvalidPath')
    ? redactError(error, client.redact)
    : error

/** Makes a {@link task} of a load: reads its argument, and turns an exception of a callback into a failure. */
export const queryTask =
  <Q, A>(
    client: Pick<Client, 'redact'> | undefined,
    shape: QueryShape<NoInfer<Q>>,
    given: unknown,
    body: (query: Q) => AsyncGenerator<LoadError, A, unknown>,
  ): TaskEither<LoadError, A> =>
  async () => {
    const redacted = E.mapLeft((error: LoadError) => redactGiven(client, error))
    const query = await readOptions<Q>(shape, given)
    if (E.isLeft(query)) return redacted(query)
    try {
      return redacted(await task(() => body(query.right))())
    } catch (thrown) {
      const error = callbackError(thrown)
      if (error === undefined) throw thrown
      return redacted(E.left(error))
    }
  }
