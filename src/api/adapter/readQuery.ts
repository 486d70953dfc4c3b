import * as E from 'fp-ts/lib/Either.js'
import { callback, type OptionChecks, optionError } from '../../client/optionChecks.ts'
import { optionHint } from '../../client/optionHint.ts'
import { type QueryShape, subjectQuery } from '../../client/queryTask.ts'
import type { LoopOptions } from './lazyList.ts'
import { WandbError } from './WandbError.ts'

/**
 * The options beside what a method was called with.
 *
 * @typeParam Q - The query.
 * @typeParam K - The options of the query that the other arguments are.
 * @category Door
 * @since 0.2.0
 */
export type Options<Q, K extends keyof Q> = Omit<Q, K>

/** The shape of a list's query, with the option that is meant for loops. */
export const looped = <Q>(shape: QueryShape<Q>): QueryShape<Q & LoopOptions> => ({
  ...shape,
  options: { ...shape.options, onFailure: callback } as OptionChecks<Q & LoopOptions>,
})

/**
 * The query of a call: a path or a record with options, or a query by itself. It throws for an option that does not
 * exist, or has an invalid value.
 */
export const readQuery = <Q extends object>(shape: QueryShape<Q>, given: unknown, options: unknown): Q => {
  const subject = subjectQuery(shape, given)
  if (E.isLeft(subject)) throw new WandbError(subject.left)
  const query = { ...subject.right, ...(options as object | undefined) }
  const error = (options: unknown) => optionError(options, shape.options, 'load', optionHint)
  const wrong = (options === undefined ? undefined : error(options)) ?? error(query)
  if (wrong !== undefined) throw new WandbError(wrong)
  return query as Q
}
