import * as E from 'fp-ts/lib/Either.js'
import type { Expression } from '../syntax/Expression.ts'
import type { TypeFailure } from '../syntax/Failure.ts'
import type { Type } from '../types/Type.ts'
import { type Cells, plainCells } from '../values/cells.ts'
import type { Compiled, Context, Environment, Variable } from './Compiled.ts'
import { compile } from './compile.ts'
import { countGroupings } from './tags.ts'

/** A compiled expression, with the types of its nodes and its failures in order of position. */
export interface Prepared {
  readonly compiled: Compiled
  readonly failures: ReadonlyArray<TypeFailure>
  readonly types: ReadonlyMap<Expression, Type>
  readonly reaches: ReadonlyMap<Expression, Environment>
}

/** Compiles an expression over a scope; the names have slots in their order. */
export const prepare = (
  expression: Expression,
  names: ReadonlyArray<string>,
  types: ReadonlyArray<Type>,
  cells: Cells,
  answers?: Context['answers'],
): Prepared => {
  const reach = new Map(
    names.flatMap((name, slot): ReadonlyArray<[string, Variable]> => {
      const type = types[slot]
      return type === undefined ? [] : [[name, { slot, type }]]
    }),
  )
  const reaches = new Map<Expression, Environment>()
  const context: Context = {
    cells,
    failures: [],
    types: new Map(),
    reaches,
    answers,
    slots: { count: names.length },
    grouping: { isOnly: countGroupings(expression) === 1, key: undefined },
  }
  const compiled = compile(context, expression, reach)
  const failures = context.failures.toSorted((one, other) => one.start - other.start || one.end - other.end)
  return { compiled, failures, types: context.types, reaches }
}

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
