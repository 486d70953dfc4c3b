import * as E from 'fp-ts/lib/Either.js'
import type { Expression } from '../syntax/Expression.ts'
import type { EvaluationFailure, TypeFailure } from '../syntax/Failure.ts'
import { childNodes } from '../syntax/nodes.ts'
import { anyType, type Type } from '../types/Type.ts'
import { inferType } from '../types/typeOf.ts'
import { EvaluationError, nestedTooDeep, numberFromBigint } from '../values/budget.ts'
import { plainCells, taggedCells } from '../values/cells.ts'
import { prepare } from './check.ts'
import { tagsRead } from './tags.ts'

/**
 * The values of the names in an expression: `{ runs }` in a panel.
 *
 * A typed array is a list, and a bigint is a number if it is a safe integer. Functions are `null`.
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
  /** The value; missing values are `null`. */
  readonly value: unknown
  /** The type. */
  readonly type: Type
}

const typeIn = (known: Readonly<Record<string, Type>>, name: string): Type | undefined =>
  Object.hasOwn(known, name) ? known[name] : undefined

/** Replaces `undefined` and small bigints in lists; a list without any is returned itself, not a copy. */
const withNull = (value: unknown): unknown => {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value
  if (!Array.isArray(value)) return value === undefined ? null : value
  let copy: Array<unknown> | undefined
  for (const [index, item] of value.entries()) {
    const isScalar = typeof item === 'number' || typeof item === 'string'
    const found = isScalar ? item : withNull(item)
    if (copy !== undefined) copy.push(found)
    else if (found !== item) copy = [...value.slice(0, index), found]
  }
  return copy ?? value
}

/** Expressions must not reach functions of the host. A typed array is a list, and a bigint a number. */
const dataOf = (value: unknown): unknown => {
  if (typeof value === 'bigint') return numberFromBigint(value)
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return Array.from(value as unknown as ArrayLike<bigint | number>, (item) =>
      typeof item === 'bigint' ? numberFromBigint(item) : item,
    )
  return typeof value === 'function' || typeof value === 'symbol' ? null : value
}

/** The names that occur in an expression. */
const namesIn = (expression: Expression): ReadonlyArray<string> => [
  ...(expression._tag === 'Name' ? [expression.name] : []),
  ...childNodes(expression).flatMap(namesIn),
]

const toFailure = (expression: Expression, thrown: unknown): EvaluationFailure => {
  const { start, end } = (thrown instanceof EvaluationError ? thrown.span : undefined) ?? expression
  if (thrown instanceof EvaluationError)
    return { _tag: 'EvaluationError', start, end, message: thrown.message, hint: thrown.hint }
  if (thrown instanceof RangeError) return { _tag: 'EvaluationError', start, end, ...nestedTooDeep }
  const message = 'An operation reads a field that a record does not have.'
  return { _tag: 'EvaluationError', start, end, message, hint: 'Load the records with that field.' }
}

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
export const evaluate = (
  expression: Expression,
  scope: Scope,
  known: Readonly<Record<string, Type>> = {},
): E.Either<EvaluationFailure | TypeFailure, Evaluated> => {
  try {
    const asked = tagsRead(expression)
    const cells = asked.length > 0 ? taggedCells(asked) : plainCells()
    const names = Object.keys(scope)
    const used = new Set(namesIn(expression))
    const values = names.map((name) => (used.has(name) ? dataOf(scope[name]) : null))
    const types = names.map((name, index) =>
      used.has(name) ? (typeIn(known, name) ?? inferType(values[index], Number.POSITIVE_INFINITY)) : anyType,
    )
    const { compiled, failures } = prepare(expression, names, types, cells)
    const [failure] = failures
    if (failure !== undefined) return E.left(failure)
    const cell = compiled.run(values)
    cells.sizeOf(cell)
    return E.right({ value: withNull(cells.plain(cell)), type: compiled.type })
  } catch (thrown) {
    return E.left(toFailure(expression, thrown))
  }
}
