import * as E from 'fp-ts/lib/Either.js'
import { check } from '../../check.ts'
import type { Expression } from '../../Expression.ts'
import type { TypeFailure } from '../../Failure.ts'
import { listType, recordType, type Type } from '../../Type.ts'
import { type Cells, plainCells } from '../cells.ts'
import { prepare } from '../prepare.ts'
import { HOST_RUNS, PROJECT_RUNS } from './namedProject.ts'

/** The types of an expression's nodes. */
export interface Typed {
  readonly cells: Cells
  readonly type: Type
  readonly types: ReadonlyMap<Expression, Type>
  readonly failures: ReadonlyArray<TypeFailure>
}

const runs = listType(recordType('run'))

/** The types of the names of runs. */
export const runTypes: Readonly<Record<string, Type>> = { [HOST_RUNS]: runs, [PROJECT_RUNS]: runs }

/** Infers the types of an expression over runs, without their keys. */
export const typed = (expression: Expression): Typed => {
  const cells = plainCells()
  const { compiled, failures, types } = prepare(expression, Object.keys(runTypes), Object.values(runTypes), cells)
  return { cells, type: compiled.type, types, failures }
}

/** Returns the type of an expression over runs, or its first failure. */
export const checked = (expression: Expression): E.Either<TypeFailure, Type> =>
  E.mapLeft(([first]: ReadonlyArray<TypeFailure>) => first as TypeFailure)(check(expression, runTypes))

/** Strips lists and `maybe` from a type. */
export const innermost = (type: Type): Type =>
  type._tag === 'List' || type._tag === 'Maybe' ? innermost(type.of) : type

/** Whether a type is a list, or a list or `null`. */
export const isList = (type: Type): boolean => (type._tag === 'Maybe' ? isList(type.of) : type._tag === 'List')
