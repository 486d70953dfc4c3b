import * as E from 'fp-ts/lib/Either.js'
import type { Expression } from './Expression.ts'
import type { EvaluationFailure, TypeFailure } from './Failure.ts'
import { plainCells, taggedCells } from './internal/cells.ts'
import { prepare } from './internal/prepare.ts'
import { Stop } from './internal/Stop.ts'
import { refuseHuge, sizeOf } from './internal/sizeOf.ts'
import { tagsAsked } from './internal/tags.ts'
import type { Type } from './Type.ts'
import { typeOf } from './typeOf.ts'

/**
 * The values that an expression can name: `{ runs }` in a panel.
 *
 * @category Expression
 * @since 0.1.0
 */
export type Scope = Readonly<Record<string, unknown>>

/**
 * The value of an expression, and its type.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Evaluated {
  /** The value; what is missing is `null`. */
  readonly value: unknown
  /** The type. */
  readonly type: Type
}

const typeIn = (known: Readonly<Record<string, Type>>, name: string): Type | undefined =>
  Object.hasOwn(known, name) ? known[name] : undefined

const normal = (value: unknown): unknown =>
  value === undefined ? null : Array.isArray(value) ? value.map(normal) : value

/** Functions of the host are no data, and nothing in an expression may reach them. */
const dataOf = (value: unknown): unknown => (['function', 'symbol', 'bigint'].includes(typeof value) ? null : value)

const stopped = (expression: Expression, thrown: unknown): EvaluationFailure => {
  const { start, end } = (thrown instanceof Stop ? thrown.span : undefined) ?? expression
  if (thrown instanceof Stop) return { _tag: 'EvaluationError', start, end, message: thrown.message, hint: thrown.hint }
  if (thrown instanceof RangeError) {
    const hint = 'Filter or limit the lists before they are combined.'
    return { _tag: 'EvaluationError', start, end, message: 'The expression needs more room than there is.', hint }
  }
  const message = 'A record of the scope lacks a field that an operation reads.'
  return { _tag: 'EvaluationError', start, end, message, hint: 'Load the field with the records.' }
}

/**
 * Gives the value of an expression over the records of a scope: pure, and without requests.
 *
 * Operations go through lists and leave `null` where it stands. An operation that has no answer for a value, such as `abs`
 * of a text, gives `null`; an operation that no such value has is a failure.
 *
 * @param expression - An expression, as `parse` gives it.
 * @param scope - The values that it can name.
 * @param known - The types of names of which the value alone does not say enough, such as that of a list without elements.
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
export const evaluate = (
  expression: Expression,
  scope: Scope,
  known: Readonly<Record<string, Type>> = {},
): E.Either<EvaluationFailure | TypeFailure, Evaluated> => {
  try {
    const asked = tagsAsked(expression)
    const cells = asked.length > 0 ? taggedCells(asked) : plainCells()
    const names = Object.keys(scope)
    const values = names.map((name) => dataOf(scope[name]))
    const types = values.map((value, index) => typeIn(known, names[index] ?? '') ?? typeOf(value))
    const { compiled, failures } = prepare(expression, names, types, cells)
    const [failure] = failures
    if (failure !== undefined) return E.left(failure)
    const cell = compiled.run(values)
    refuseHuge(sizeOf(cells, cell))
    return E.right({ value: normal(cells.plain(cell)), type: compiled.type })
  } catch (thrown) {
    return E.left(stopped(expression, thrown))
  }
}
