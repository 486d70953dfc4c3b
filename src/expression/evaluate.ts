import type * as E from 'fp-ts/lib/Either.js'
import { type Evaluated, evaluateBy, type Scope } from './relation/evaluateBy.ts'
import type { Expression } from './syntax/Expression.ts'
import type { EvaluationFailure, TypeFailure } from './syntax/Failure.ts'
import type { Type } from './types/Type.ts'

/** Fewer runs are evaluated one by one in the time that it takes to plan a relation. */
const FEWEST_RUNS = 100

const evaluateScope = evaluateBy(FEWEST_RUNS)

/**
 * Evaluates an expression over the values of a scope, without side effects or requests.
 *
 * Operations map over lists and propagate `null`. An operation that is not defined for a value, such as `abs` of a string
 * that is known only at evaluation, returns `null`; an operation that no such value has is a failure.
 *
 * @param expression - An expression, as returned by `parse`.
 * @param scope - The values of the names.
 * @param known - The types of names whose value does not determine its type, such as an empty list.
 * @returns The value with its type, or what is wrong and where.
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { evaluate, parse } from 'wandb-run-ops/expression'
 *
 * const scope = { losses: [0.3, null, 0.1] }
 * const result = pipe(parse('losses.min * 10'), E.flatMap((expression) => evaluate(expression, scope)))
 *
 * E.isRight(result) && result.right.value // => 1
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const evaluate: (
  expression: Expression,
  scope: Scope,
  known?: Readonly<Record<string, Type>>,
) => E.Either<EvaluationFailure | TypeFailure, Evaluated> = (expression, scope, known = {}) =>
  evaluateScope(expression, scope, known)
