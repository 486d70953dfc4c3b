import type { Type } from '../types/Type.ts'
import type { Budget } from './budget.ts'

/**
 * The kind of value that a library operation takes; `any` is every kind, including `null` and lists.
 *
 * @category Expression
 * @since 0.1.0
 */
export type Kind = 'any' | 'boolean' | 'date' | 'dict' | 'list' | 'number' | 'string'

/**
 * A value during evaluation: the value itself, or the value with tags that say where it came from.
 *
 * @internal
 */
export type Cell = unknown

/**
 * How a library operation accesses the evaluation that calls it.
 *
 * @internal
 */
export interface Evaluation extends Budget {
  /** The value of a cell; the elements of a list are cells again. */
  readonly valueOf: (cell: Cell) => unknown
  /** The value of a cell, with the values of all cells within. */
  readonly plain: (cell: Cell) => unknown
  /** The elements of a list, each with the tags of the list; empty if the cell is not a list. */
  readonly itemsOf: (cell: Cell) => ReadonlyArray<Cell>
  /** Adds a tag, such as `groupkey`, to a cell. */
  readonly tag: (cell: Cell, name: string, value: unknown) => Cell
  /** The tag of a name on a cell; `undefined` if it has none. */
  readonly tagOf: (cell: Cell, name: string) => unknown
  /** Adds the tags of the source to a result. */
  readonly keep: (value: unknown, source: Cell) => Cell
  /** Makes an empty dict whose values may become cells. */
  readonly makeDict: () => Record<string, Cell>
}

/**
 * A parameter of a library operation.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface LibraryParameter {
  /** The name. */
  readonly name: string
  /** The type, in the notation of the registry of operations; `function` for a function. */
  readonly type: string
  /** The description, as Markdown. */
  readonly description: string
  /** Whether it may be omitted. */
  readonly optional?: boolean
  /** Whether the argument is passed as a cell, with its tags; otherwise as a value. */
  readonly asCell?: boolean
  /** For a function: the types of its arguments, by the type of the receiver and those of the arguments before. */
  readonly frame?: (receiver: Type, before: ReadonlyArray<Type>) => ReadonlyArray<Type>
}

/**
 * An operation of the expression language on a value that is not a record: a number, a string, a list, …
 *
 * It takes one value of its kind; the evaluator maps over lists and propagates `null`.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface LibraryOperation {
  /** The name in saved expressions, as in W&B: `number-floor`, `numbers-avg`. */
  readonly name: string
  /** The name after the dot. */
  readonly chain: string
  /** The kind of the receiver. */
  readonly kind: Kind
  /** The parameters after the receiver. */
  readonly parameters: ReadonlyArray<LibraryParameter>
  /** The result, its type in the notation of the registry of operations. */
  readonly returns: { readonly type: string; readonly description: string }
  /**
   * The type of the result, if it depends on the types of the receiver and the arguments, or on the values of constant
   * arguments; `constants` is `undefined` at the index of any other argument.
   */
  readonly resultType?: (receiver: Type, args: ReadonlyArray<Type>, constants: ReadonlyArray<unknown>) => Type
  /**
   * For kind `list`: whether the elements are scalars. A list of lists is then mapped over, list by list.
   */
  readonly ofScalars?: boolean
  /** The description, as Markdown; the first paragraph is a summary. */
  readonly description: string
  /** Whether the operation is listed for users. */
  readonly visibility: 'hidden' | 'public'
  /**
   * Computes the result. The receiver is a value, for kind `list` a list of cells. Arguments are values; functions take and
   * return cells.
   *
   * @internal
   */
  readonly call: (receiver: never, args: never, evaluation: Evaluation) => Cell
}
