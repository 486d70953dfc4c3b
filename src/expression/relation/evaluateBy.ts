import * as E from 'fp-ts/lib/Either.js'
import { prepare } from '../compile/check.ts'
import { tagsRead } from '../compile/tags.ts'
import { normalize } from '../plan/overRuns.ts'
import { relationalParts } from '../plan/relationalParts.ts'
import type { Expression } from '../syntax/Expression.ts'
import type { EvaluationFailure, TypeFailure } from '../syntax/Failure.ts'
import { childNodes } from '../syntax/nodes.ts'
import { anyType, listType, recordType, type Type } from '../types/Type.ts'
import { inferType, receiverOf } from '../types/typeOf.ts'
import { EvaluationError, nestedTooDeep, numberFromBigint } from '../values/budget.ts'
import { plainCells, taggedCells } from '../values/cells.ts'
import type { Cell } from '../values/LibraryOperation.ts'
import { answerPart, type PartScope } from './answerPart.ts'

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

/** Whether a type is a list of runs. */
const isRunList = (type: Type | undefined): boolean =>
  type?._tag === 'List' && type.of._tag === 'Record' && type.of.receiver === 'run'

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

type Result = E.Either<EvaluationFailure | TypeFailure, Evaluated>

const runsType = listType(recordType('run'))

const isRun = (value: unknown): boolean => typeof value === 'object' && value !== null && receiverOf(value) === 'run'

/**
 * Evaluates an expression. With `isTrusting`, a list whose first element is a run is taken for a list of runs until the end,
 * where it is checked, unless that has been done with columns: `undefined` if it is another list.
 */
const attempt = (
  expression: Expression,
  scope: Scope,
  known: Readonly<Record<string, Type>>,
  fewestRuns: number,
  isTrusting: boolean,
): Result | undefined => {
  const unchecked = new Set<unknown>()
  const typeOfValue = (value: unknown): Type => {
    const isLikely = isTrusting && Array.isArray(value) && value.length >= fewestRuns && isRun(value[0])
    if (!isLikely) return inferType(value, Number.POSITIVE_INFINITY)
    unchecked.add(value)
    return runsType
  }
  const result = ((): Result => {
    try {
      const asked = tagsRead(expression)
      const cells = asked.length > 0 ? taggedCells(asked) : plainCells()
      const names = Object.keys(scope)
      const used = new Set(namesIn(expression))
      const values = names.map((name) => (used.has(name) ? dataOf(scope[name]) : null))
      const types = names.map((name, index) =>
        used.has(name) ? (typeIn(known, name) ?? typeOfValue(values[index])) : anyType,
      )
      const isRuns = (name: string): boolean => {
        const index = names.indexOf(name)
        const list = values[index]
        return isRunList(types[index]) && Array.isArray(list) && list.length >= fewestRuns
      }
      const chain = normalize(expression)
      const answers = new Map<Expression, () => Cell | undefined>()
      // The types of the nodes are known by the time that a part is answered.
      const partScope: PartScope = { cells, names, types, values, unchecked, typeOf: (node) => nodeTypes.get(node) }
      if (names.some(isRuns))
        for (const part of relationalParts(chain, isRuns).parts)
          answers.set(part.node, () => answerPart(part, partScope))
      const { compiled, failures, types: nodeTypes } = prepare(chain, names, types, cells, answers)
      const [failure] = failures
      if (failure !== undefined) return E.left(failure)
      const cell = compiled.run(values)
      cells.sizeOf(cell)
      return E.right({ value: withNull(cells.plain(cell)), type: compiled.type })
    } catch (thrown) {
      return E.left(toFailure(expression, thrown))
    }
  })()
  const areRuns = [...unchecked].every((list) => (list as ReadonlyArray<unknown>).every(isRun))
  return areRuns ? result : undefined
}

/**
 * Returns a function that evaluates expressions over the values of a scope. Parts over at least `fewestRuns` runs are answered
 * by columns, if they can be.
 */
export const evaluateBy =
  (fewestRuns: number) =>
  (expression: Expression, scope: Scope, known: Readonly<Record<string, Type>>): Result =>
    attempt(expression, scope, known, fewestRuns, true) ??
    (attempt(expression, scope, known, fewestRuns, false) as Result)
