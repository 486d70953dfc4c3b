/**
 * A range of the text, from `start` to `end` (exclusive), in UTF-16 code units.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Span {
  /** The offset of the first code unit. */
  readonly start: number
  /** The offset after the last code unit. */
  readonly end: number
}

/**
 * A number, a string, `true`, `false` or `null`.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Literal extends Span {
  /** The kind of the node. */
  readonly _tag: 'Literal'
  /** Its value; numbers are finite and not negative. */
  readonly value: boolean | null | number | string
}

/**
 * A name from the scope, or a parameter of an enclosing lambda.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Name extends Span {
  /** The kind of the node. */
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
  /** The kind of the node. */
  readonly _tag: 'List'
  /** The elements. */
  readonly items: ReadonlyArray<Expression>
}

/**
 * An entry of a dict.
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
 * A dict in braces; its keys are unique.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface DictLiteral extends Span {
  /** The kind of the node. */
  readonly _tag: 'Dict'
  /** The entries, in order. */
  readonly entries: ReadonlyArray<DictEntry>
}

/**
 * An arrow function, such as `(row) => row.name`.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Lambda extends Span {
  /** The kind of the node. */
  readonly _tag: 'Lambda'
  /** The names of the parameters, which are unique. */
  readonly parameters: ReadonlyArray<string>
  /** The result. */
  readonly body: Expression
}

/**
 * A unary operator.
 *
 * @category Expression
 * @since 0.1.0
 */
export type UnaryOperator = '!' | '-'

/**
 * A unary operation.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Unary extends Span {
  /** The kind of the node. */
  readonly _tag: 'Unary'
  /** The operator. */
  readonly operator: UnaryOperator
  /** The operand. */
  readonly operand: Expression
}

/**
 * A binary operator; `//` is floor division.
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
 * A binary operation.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Binary extends Span {
  /** The kind of the node. */
  readonly _tag: 'Binary'
  /** The operator. */
  readonly operator: BinaryOperator
  /** The left operand. */
  readonly left: Expression
  /** The right operand. */
  readonly right: Expression
}

/**
 * An operation after a dot: `run.name` or `list.limit(10)`. Empty parentheses make no difference.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Chain extends Span {
  /** The kind of the node. */
  readonly _tag: 'Chain'
  /** The value before the dot. */
  readonly receiver: Expression
  /** The name after the dot. */
  readonly name: string
  /** The span of the name. */
  readonly nameSpan: Span
  /** The arguments. */
  readonly args: ReadonlyArray<Expression>
}

/**
 * A call without a receiver: `range(0, 10, 1)`.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Call extends Span {
  /** The kind of the node. */
  readonly _tag: 'Call'
  /** The name before the parentheses. */
  readonly name: string
  /** The span of the name. */
  readonly nameSpan: Span
  /** The arguments. */
  readonly args: ReadonlyArray<Expression>
}

/**
 * A value by key or index: `summary["loss"]`, `list[0]`.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Subscript extends Span {
  /** The kind of the node. */
  readonly _tag: 'Subscript'
  /** The dict or list. */
  readonly receiver: Expression
  /** The key or index. */
  readonly key: Expression
}

/**
 * An expression of W&B's query panels, as plain JSON.
 *
 * @category Expression
 * @since 0.1.0
 */
export type Expression = Binary | Call | Chain | DictLiteral | Lambda | ListLiteral | Literal | Name | Subscript | Unary
