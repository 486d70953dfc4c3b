import * as E from 'fp-ts/lib/Either.js'
import { check, prepare } from '../compile/check.ts'
import { rootOperation } from '../library/roots.ts'
import type { Expression } from '../syntax/Expression.ts'
import type { TypeFailure } from '../syntax/Failure.ts'
import { mapChildren } from '../syntax/nodes.ts'
import { listType, recordType, type Type } from '../types/Type.ts'
import { type Cells, plainCells } from '../values/cells.ts'
import { HOST_RUNS, PROJECT_RUNS } from './namedProject.ts'

/** The types of an expression's nodes. */
export interface TypedExpression {
  readonly cells: Cells
  readonly type: Type
  readonly types: ReadonlyMap<Expression, Type>
  readonly failures: ReadonlyArray<TypeFailure>
}

const runs = listType(recordType('run'))

/** The types of the names of runs. */
export const runTypes: Readonly<Record<string, Type>> = { [HOST_RUNS]: runs, [PROJECT_RUNS]: runs }

/** Infers the types of an expression over runs, without their keys. */
export const typeExpression = (expression: Expression): TypedExpression => {
  const cells = plainCells()
  const { compiled, failures, types } = prepare(expression, Object.keys(runTypes), Object.values(runTypes), cells)
  return { cells, type: compiled.type, types, failures }
}

/** Returns the type of an expression over runs, or its first failure. */
export const checkOverRuns = (expression: Expression): E.Either<TypeFailure, Type> =>
  E.mapLeft(([first]: ReadonlyArray<TypeFailure>) => first as TypeFailure)(check(expression, runTypes))

/** Rewrites `count(runs)` to the equivalent `runs.count`. */
export const normalize = (expression: Expression): Expression => {
  const inner = mapChildren(expression, normalize)
  if (inner._tag !== 'Call' || rootOperation(inner.name) !== undefined) return inner
  const [receiver, ...args] = inner.args
  if (receiver === undefined) return inner
  const { name, nameSpan, start, end } = inner
  return { _tag: 'Chain', receiver, name, nameSpan, args, start, end }
}
