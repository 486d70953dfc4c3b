import type { Expression, Span } from '../Expression.ts'
import type { TypeFailure } from '../Failure.ts'
import type { Cell } from '../library/LibraryOperation.ts'
import { anyType, type Type } from '../Type.ts'
import type { Cells } from './cells.ts'

/** What the names in reach have while an evaluation runs, by their slots. */
export type Slots = Array<Cell>

/** A part of an expression that is ready to run. */
export interface Compiled {
  readonly type: Type
  readonly run: (slots: Slots) => Cell
  /** Where it asks a record for a field of its own, how it does so. */
  readonly asks?: Asking | undefined
}

/** A question to records, apart from what gives the records. */
export interface Asking {
  readonly receiver: Compiled
  /** What `run` does with the cell of the receiver. */
  readonly whole: (cell: Cell) => Cell
  /** The same of one record of which nothing else is known; may throw where `whole` says why. */
  readonly one: (record: unknown) => unknown
}

/** A name in reach. */
export interface Variable {
  readonly slot: number
  readonly type: Type
}

/** What the parts of an expression share while they are made ready. */
export interface Context {
  readonly cells: Cells
  readonly failures: Array<TypeFailure>
  readonly types: Map<Expression, Type>
  /** The names in reach of each part, where that is asked. */
  readonly reaches?: Map<Expression, Reach>
  readonly slots: { count: number }
}

/** The names in reach at a place. */
export type Reach = ReadonlyMap<string, Variable>

export const fail = (context: Context, { start, end }: Span, message: string, hint?: string): void => {
  context.failures.push({ _tag: 'TypeError', start, end, message, hint })
}

/** Makes an expression ready to run. */
export type Compile = (context: Context, node: Expression, reach: Reach) => Compiled

/** What stands where nothing can be made of an expression; the failure has been told. */
export const broken: Compiled = { type: anyType, run: () => null }
