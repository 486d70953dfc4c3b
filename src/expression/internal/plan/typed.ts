import * as E from 'fp-ts/lib/Either.js'
import { check } from '../../check.ts'
import type { Expression } from '../../Expression.ts'
import type { TypeFailure } from '../../Failure.ts'
import { listType, recordType, type Type } from '../../Type.ts'
import { type Cells, plainCells } from '../cells.ts'
import { prepare } from '../prepare.ts'
import { HOST_RUNS, PROJECT_RUNS } from './namedProject.ts'

/** An expression with the type of each of its parts. */
export interface Typed {
  readonly cells: Cells
  readonly type: Type
  readonly types: ReadonlyMap<Expression, Type>
  readonly failures: ReadonlyArray<TypeFailure>
}

const runs = listType(recordType('run'))

/** The types of the names that stand for runs. */
export const runTypes: Readonly<Record<string, Type>> = { [HOST_RUNS]: runs, [PROJECT_RUNS]: runs }

/** The types of an expression over the runs of a project, of which no more is known than that they are runs. */
export const typed = (expression: Expression): Typed => {
  const cells = plainCells()
  const { compiled, failures, types } = prepare(expression, Object.keys(runTypes), Object.values(runTypes), cells)
  return { cells, type: compiled.type, types, failures }
}

/** The type of an expression over such runs, or the first thing that is wrong with it. */
export const checked = (expression: Expression): E.Either<TypeFailure, Type> =>
  E.mapLeft(([first]: ReadonlyArray<TypeFailure>) => first as TypeFailure)(check(expression, runTypes))

/** A type without the lists around it, and without what says that it may be `null`. */
export const innermost = (type: Type): Type =>
  type._tag === 'List' || type._tag === 'Maybe' ? innermost(type.of) : type

/** Whether a value of a type is a list, where it is there. */
export const isList = (type: Type): boolean => (type._tag === 'Maybe' ? isList(type.of) : type._tag === 'List')
