/**
 * Where something stands in the text: from `start` up to, and without, `end`, in UTF-16 code units.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Span {
  /** The first place. */
  readonly start: number
  /** The place behind the last. */
  readonly end: number
}

/**
 * A number, a text, `true`, `false` or `null`.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Literal extends Span {
  /** Says that it is a constant. */
  readonly _tag: 'Literal'
  /** Its value; numbers are finite and not negative. */
  readonly value: boolean | null | number | string
}

/**
 * The name of a value: of the scope, or a parameter of a lambda.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Name extends Span {
  /** Says that it is a name. */
  readonly _tag: 'Name'
  /** The name. */
  readonly name: string
}

/**
 * A list in square brackets.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface ListLiteral extends Span {
  /** Says that it is a list. */
  readonly _tag: 'List'
  /** The elements. */
  readonly items: ReadonlyArray<Expression>
}

/**
 * One entry of a dict.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface DictEntry extends Span {
  /** The key. */
  readonly key: string
  /** The value. */
  readonly value: Expression
}

/**
 * A dict in braces; no key stands twice.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface DictLiteral extends Span {
  /** Says that it is a dict. */
  readonly _tag: 'Dict'
  /** The entries, in order. */
  readonly entries: ReadonlyArray<DictEntry>
}

/**
 * A function of an element, such as `(row) => row.name`.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Lambda extends Span {
  /** Says that it is a function. */
  readonly _tag: 'Lambda'
  /** The names of its parameters, all different. */
  readonly parameters: ReadonlyArray<string>
  /** What it gives. */
  readonly body: Expression
}

/**
 * The operators with one operand.
 *
 * @category Expression
 * @since 0.1.0
 */
export type UnaryOperator = '!' | '-'

/**
 * An operator before its operand.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Unary extends Span {
  /** Says that it has one operand. */
  readonly _tag: 'Unary'
  /** The operator. */
  readonly operator: UnaryOperator
  /** The operand. */
  readonly operand: Expression
}

/**
 * The operators with two operands; `//` divides and rounds down.
 *
 * @category Expression
 * @since 0.1.0
 */
export type BinaryOperator =
  | '!='
  | '%'
  | '&&'
  | '*'
  | '**'
  | '+'
  | '-'
  | '/'
  | '//'
  | '<'
  | '<='
  | '=='
  | '>'
  | '>='
  | '||'

/**
 * An operator between its operands.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Binary extends Span {
  /** Says that it has two operands. */
  readonly _tag: 'Binary'
  /** The operator. */
  readonly operator: BinaryOperator
  /** What stands before it. */
  readonly left: Expression
  /** What stands behind it. */
  readonly right: Expression
}

/**
 * An operation asked of what stands before the dot: `run.name`, or `list.limit(10)`. Without arguments, parentheses make no
 * difference.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Chain extends Span {
  /** Says that it is an operation behind a dot. */
  readonly _tag: 'Chain'
  /** What it is asked of. */
  readonly receiver: Expression
  /** The name behind the dot. */
  readonly name: string
  /** Where the name stands. */
  readonly nameSpan: Span
  /** The arguments in parentheses. */
  readonly args: ReadonlyArray<Expression>
}

/**
 * An operation that is asked of nothing: `range(0, 10, 1)`.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Call extends Span {
  /** Says that it is a call by name. */
  readonly _tag: 'Call'
  /** The name before the parentheses. */
  readonly name: string
  /** Where the name stands. */
  readonly nameSpan: Span
  /** The arguments. */
  readonly args: ReadonlyArray<Expression>
}

/**
 * A value by its key or place: `summary["loss"]`, `list[0]`.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Subscript extends Span {
  /** Says that it is a value by key or place. */
  readonly _tag: 'Subscript'
  /** What is looked into. */
  readonly receiver: Expression
  /** The key or place. */
  readonly key: Expression
}

/**
 * An expression of W&B's query panels, as plain JSON.
 *
 * @category Expression
 * @since 0.1.0
 */
export type Expression = Binary | Call | Chain | DictLiteral | Lambda | ListLiteral | Literal | Name | Subscript | Unary
