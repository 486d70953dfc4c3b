import type { Expression } from '../Expression.ts'
import type { TypeFailure } from '../Failure.ts'
import type { Type } from '../Type.ts'
import type { Compiled, Context, Reach, Variable } from './Compiled.ts'
import type { Cells } from './cells.ts'
import { compile } from './compile.ts'

/** A compiled expression, with the types of its nodes and its failures in order of position. */
export interface Prepared {
  readonly compiled: Compiled
  readonly failures: ReadonlyArray<TypeFailure>
  readonly types: ReadonlyMap<Expression, Type>
  readonly reaches: ReadonlyMap<Expression, Reach>
}

/** Compiles an expression over a scope; the names have slots in their order. */
export const prepare = (
  expression: Expression,
  names: ReadonlyArray<string>,
  types: ReadonlyArray<Type>,
  cells: Cells,
): Prepared => {
  const reach = new Map(
    names.flatMap((name, slot): ReadonlyArray<[string, Variable]> => {
      const type = types[slot]
      return type === undefined ? [] : [[name, { slot, type }]]
    }),
  )
  const reaches = new Map<Expression, Reach>()
  const context: Context = { cells, failures: [], types: new Map(), reaches, slots: { count: names.length } }
  const compiled = compile(context, expression, reach)
  const failures = context.failures.toSorted((one, other) => one.start - other.start || one.end - other.end)
  return { compiled, failures, types: context.types, reaches }
}
