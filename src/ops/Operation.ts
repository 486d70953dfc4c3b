/**
 * The kinds of record that operations are asked of.
 *
 * @category Registry
 * @since 0.1.0
 */
export type Receiver = 'artifactVersion' | 'run' | 'user'

/**
 * The type of an argument or a result, as plain text:
 *
 * ```text
 * type = receiver | scalar | structure | "maybe<" type ">" | "list<" type ">"
 * receiver = "run" | "artifactVersion" | "user"
 * scalar = "string" | "number" | "boolean" | "date"
 * structure = "dict" | "path" | "history" | "historyKeys" | "any"
 * ```
 *
 * `maybe<…>` is the type or `undefined`; `list<…>` is a readonly array; `dict` is an object with any keys and values;
 * `path` is a list of keys, which are strings, and indices, which are numbers; `history` and `historyKeys` are the
 * records of those names; `any` is anything.
 *
 * @category Registry
 * @since 0.1.0
 */
export type TypeName =
  | Receiver
  | 'any'
  | 'boolean'
  | 'date'
  | 'dict'
  | 'history'
  | 'historyKeys'
  | 'number'
  | 'path'
  | 'string'
  | `list<${string}>`
  | `maybe<${string}>`

/**
 * An argument of an operation.
 *
 * @category Registry
 * @since 0.1.0
 */
export interface Parameter {
  /** The name, as in the documentation. */
  readonly name: string
  /** The type. */
  readonly type: TypeName
  /** What it means, as Markdown. */
  readonly description: string
}

/**
 * What an operation gives back.
 *
 * @category Registry
 * @since 0.1.0
 */
export interface Returned {
  /** The type. */
  readonly type: TypeName
  /** What it means, as Markdown. */
  readonly description: string
}

/**
 * An operation as data: for documentation, and for programs that call operations by name.
 *
 * @category Registry
 * @since 0.1.0
 */
export interface Operation {
  /** The name in saved expressions, which never changes: `run-jobType` is `runJobType`. */
  readonly name: string
  /** What it is asked of. */
  readonly receiver: Receiver
  /** The function; it takes the arguments in the order of `parameters`. */
  readonly call: (...values: ReadonlyArray<never>) => unknown
  /** The arguments in their order, the receiver first. */
  readonly parameters: ReadonlyArray<Parameter>
  /** The result. */
  readonly returns: Returned
  /** What it gives back, as Markdown; the first paragraph is a summary. */
  readonly description: string
  /** The fields of the record that it reads. */
  readonly needs: ReadonlyArray<string>
  /** Whether a user who looks for operations is shown this one. */
  readonly visibility: 'hidden' | 'public'
}
