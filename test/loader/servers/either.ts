import * as E from 'fp-ts/lib/Either.js'
import type { LoadError } from 'wandb-run-ops/loader'

/** The error of a load that must not go well. */
export const leftOf = <A>(either: E.Either<LoadError, A>): LoadError => {
  if (E.isRight(either)) throw new Error('the load went well')
  return either.left
}

/** The value of a load that must go well. */
export const rightOf = <A>(either: E.Either<LoadError, A>): A => {
  if (E.isLeft(either)) throw new Error(either.left.message)
  return either.right
}

/** The error of a tag. */
export const failsWith = <T extends LoadError['_tag']>(
  tag: T,
  either: E.Either<LoadError, unknown>,
): Extract<LoadError, { readonly _tag: T }> => {
  const error = leftOf(either)
  if (error._tag !== tag) throw new Error(`${error._tag} instead of ${tag}: ${error.message}`)
  return error as Extract<LoadError, { readonly _tag: T }>
}
