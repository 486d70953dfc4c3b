import type { Expression, Span } from '../syntax/Expression.ts'
import type { TypeFailure } from '../syntax/Failure.ts'
import { anyType, type Type } from '../types/Type.ts'
import type { Cells } from '../values/cells.ts'
import type { Cell } from '../values/LibraryOperation.ts'

/** The values of the names during an evaluation, by slot. */
export type Slots = Array<Cell>

/** A compiled node of an expression. */
export interface Compiled {
  readonly type: Type
  readonly run: (slots: Slots) => Cell
  /** How it reads a field of a record, if it does only that. */
  readonly asks?: RecordRead | undefined
}

/** A field read, separate from the node that provides the records. */
export interface RecordRead {
  readonly receiver: Compiled
  /** Applies the read to the cell of the receiver, lists and tags included. */
  readonly whole: (cell: Cell) => Cell
  /** Applies the read to one record without tags; it may throw where `whole` reports the failure. */
  readonly one: (record: unknown) => unknown
}

/** A name in the environment. */
export interface Variable {
  readonly slot: number
  readonly type: Type
}

/** The state shared while an expression is compiled. */
export interface Context {
  readonly cells: Cells
  readonly failures: Array<TypeFailure>
  readonly types: Map<Expression, Type>
  /** Returns the value of a node in another way than by its operations, or `undefined` if that is not possible. */
  readonly answers?: ReadonlyMap<Expression, () => Cell | undefined> | undefined
  /** The environment of each node. */
  readonly reaches?: Map<Expression, Environment>
  readonly slots: { count: number }
  /** Whether the expression groups once, and then the type of every key of a group, once it is known. */
  readonly grouping: { readonly isOnly: boolean; key: Type | undefined }
}

/** The names that are visible to a node. */
export type Environment = ReadonlyMap<string, Variable>

export const reportFailure = (context: Context, { start, end }: Span, message: string, hint?: string): void => {
  context.failures.push({ _tag: 'TypeError', start, end, message, hint })
}

/** The result for a node that cannot be compiled; its failure has been reported. */
export const poison: Compiled = { type: anyType, run: () => null }
