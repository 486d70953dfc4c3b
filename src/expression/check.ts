import * as E from 'fp-ts/lib/Either.js'
import type { Expression } from './Expression.ts'
import type { TypeFailure } from './Failure.ts'
import { plainCells } from './internal/cells.ts'
import { prepare } from './internal/prepare.ts'
import type { Type } from './Type.ts'

const tooDeep = ({ start, end }: Expression): TypeFailure => ({
  _tag: 'TypeError',
  start,
  end,
  message: 'The expression is nested too deeply.',
  hint: undefined,
})

/**
 * Infers the type of an expression from the types of the names in its scope.
 *
 * `evaluate` raises no type failure for an expression that passes, and its value has the inferred type. All failures are
 * reported, in order of position, except those that follow from another.
 *
 * @param expression - An expression, as returned by `parse`.
 * @param types - The types of the names, as returned by `typeOf` or `refineRuns`.
 * @returns The type, or all failures: at least one.
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { check, parse, readType, showType } from 'wandb-run-ops/expression'
 *
 * const typeIn = (text: string) =>
 *   pipe(
 *     parse(text),
 *     E.mapLeft((failure) => [failure]),
 *     E.flatMap((expression) => check(expression, { runs: readType('list<run>') })),
 *     E.match((failures) => failures.map(({ hint }) => hint).join(), showType),
 *   )
 *
 * typeIn('runs.runtime.max') // => 'maybe<number>'
 * typeIn('runs.rutime.max') // => 'Did you mean runtime?'
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const check = (
  expression: Expression,
  types: Readonly<Record<string, Type>>,
): E.Either<ReadonlyArray<TypeFailure>, Type> => {
  try {
    const { compiled, failures } = prepare(expression, Object.keys(types), Object.values(types), plainCells())
    return failures.length > 0 ? E.left(failures) : E.right(compiled.type)
  } catch {
    return E.left([tooDeep(expression)])
  }
}
