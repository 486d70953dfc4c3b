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
 * Gives the type of an expression over a scope of which only the types are known.
 *
 * What it lets through, `evaluate` does not refuse for its types, and the value is of the type. All that is wrong is told,
 * in order of place; what follows from something that is told already is not.
 *
 * @param expression - An expression, as `parse` gives it.
 * @param types - The types of the names, as `typeOf` or `refineRuns` give them.
 * @returns The type, or everything that is wrong, and where: at least one failure.
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
