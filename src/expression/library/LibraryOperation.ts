import type { Type } from '../Type.ts'

/**
 * The kinds of value that operations of the library are asked of; `any` is every kind, `null` and lists too.
 *
 * @category Expression
 * @since 0.1.0
 */
export type Kind = 'any' | 'boolean' | 'date' | 'dict' | 'list' | 'number' | 'string'

/**
 * A value on its way through an expression: the value itself, or the value with what is known of where it came from.
 *
 * @internal
 */
export type Cell = unknown

/**
 * What an operation of the library may use of the evaluation that calls it.
 *
 * @internal
 */
export interface Evaluation {
  /** The value of a cell; the elements of a list are cells again. */
  readonly valueOf: (cell: Cell) => unknown
  /** The value of a cell, and of all within. */
  readonly plain: (cell: Cell) => unknown
  /** The elements of a list, each knowing what the list knows; an empty one for what is no list. */
  readonly itemsOf: (cell: Cell) => ReadonlyArray<Cell>
  /** A cell that also knows a value by a name, such as `groupkey`. */
  readonly tag: (cell: Cell, name: string, value: unknown) => Cell
  /** What a cell knows by a name; `undefined` where it knows nothing. */
  readonly tagOf: (cell: Cell, name: string) => unknown
  /** A result that also knows what its source knew. */
  readonly keep: (value: unknown, source: Cell) => Cell
  /** Says that so many elements will be made; ends an evaluation that makes too many. */
  readonly spend: (elements: number) => void
}

/**
 * A parameter of an operation of the library.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface LibraryParameter {
  /** The name, as in the documentation. */
  readonly name: string
  /** The type as text, as in the registry of operations; a function is `function`. */
  readonly type: string
  /** What it means, as Markdown. */
  readonly description: string
  /** Whether it may be left out. */
  readonly optional?: boolean
  /** Whether the argument comes as a cell, so that it keeps what it knows; otherwise it comes as a value. */
  readonly asCell?: boolean
  /** For a function: the types of what it is called with, from the receiver's type and those of the arguments before. */
  readonly frame?: (receiver: Type, before: ReadonlyArray<Type>) => ReadonlyArray<Type>
}

/**
 * An operation of the expression language that is not one of the registry: of numbers, text, lists, …
 *
 * It is asked of one value of its kind. That lists are gone through, and that `null` stays `null`, is the evaluator's
 * doing.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface LibraryOperation {
  /** The name in saved expressions, as W&B has it: `number-floor`, `numbers-avg`. */
  readonly name: string
  /** The name behind the dot. */
  readonly chain: string
  /** What it is asked of. */
  readonly kind: Kind
  /** The arguments behind the receiver. */
  readonly parameters: ReadonlyArray<LibraryParameter>
  /** The type of the result as text, as in the registry of operations. */
  readonly returns: { readonly type: string; readonly description: string }
  /**
   * The type of the result, where it follows from those of receiver and arguments, and from the arguments that are
   * constants; the place of any other is `undefined`.
   */
  readonly resultType?: (receiver: Type, args: ReadonlyArray<Type>, constants: ReadonlyArray<unknown>) => Type
  /**
   * For kind `list`: whether the elements are numbers, texts or moments. Of a list of lists, it is then asked of each inner
   * list.
   */
  readonly ofScalars?: boolean
  /** What it gives back, as Markdown; the first paragraph is a summary. */
  readonly description: string
  /** Whether a user who looks for operations is shown this one. */
  readonly visibility: 'hidden' | 'public'
  /**
   * The result. The receiver is a value; that of kind `list` is a list of cells. Arguments are values, functions take cells
   * and give cells.
   *
   * @internal
   */
  readonly call: (receiver: never, args: never, evaluation: Evaluation) => Cell
}
