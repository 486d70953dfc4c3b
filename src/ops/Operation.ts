/**
 * The path to a value in nested dicts and arrays: a key for each dict, an index for each array. Keys are used as
 * is: `val/loss` and `optimizer.lr` are one key each.
 *
 * @category Model
 * @since 0.1.0
 */
export type Path = ReadonlyArray<string | number>

/**
 * A link to a page of the web app.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Link {
  /** The text to show. */
  readonly name: string
  /** The address. */
  readonly url: string
}

/**
 * The kinds of record that have operations.
 *
 * @category Registry
 * @since 0.1.0
 */
export type Receiver =
  | 'artifact'
  | 'artifactType'
  | 'artifactVersion'
  | 'entity'
  | 'file'
  | 'history'
  | 'project'
  | 'report'
  | 'run'
  | 'sweep'
  | 'user'

/**
 * The type of an argument or a result, as plain text:
 *
 * ```text
 * type = receiver | scalar | structure | "maybe<" type ">" | "list<" type ">"
 * receiver = "run" | "artifact" | "artifactType" | "artifactVersion" | "user" | "file" | "sweep" | "history" | "entity" | "project" | "report"
 * scalar = "string" | "number" | "boolean" | "date"
 * structure = "dict" | "path" | "historyKeys" | "column" | "series" | "any"
 * ```
 *
 * `maybe<…>` is the type or `undefined`; `list<…>` is a readonly array; `dict` is an object with any keys and values;
 * `path` is a list of keys, which are strings, and indices, which are numbers; `historyKeys`, `column` and
 * `series` are the values of those names on a run and a history; `any` is anything.
 *
 * @category Registry
 * @since 0.1.0
 */
export type TypeName =
  | Receiver
  | 'any'
  | 'boolean'
  | 'column'
  | 'date'
  | 'dict'
  | 'historyKeys'
  | 'number'
  | 'path'
  | 'series'
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
  /** The name, as documented. */
  readonly name: string
  /** The type. */
  readonly type: TypeName
  /** The meaning, as Markdown. */
  readonly description: string
}

/**
 * The result of an operation.
 *
 * @category Registry
 * @since 0.1.0
 */
export interface ReturnValue {
  /** The type. */
  readonly type: TypeName
  /** The meaning, as Markdown. */
  readonly description: string
}

/**
 * An operation as data, for documentation and for programs that call operations by name.
 *
 * @category Registry
 * @since 0.1.0
 */
export interface Operation {
  /** The stable name used in saved expressions: `run-jobType` is `runJobType`. */
  readonly name: string
  /** The kind of record it takes. */
  readonly receiver: Receiver
  /** The function, called with the arguments in the order of `parameters`. */
  readonly call: (...values: ReadonlyArray<never>) => unknown
  /** The parameters in order, the receiver first. */
  readonly parameters: ReadonlyArray<Parameter>
  /** The result. */
  readonly returns: ReturnValue
  /** The documentation as Markdown; the first paragraph is a summary. */
  readonly description: string
  /** The fields of the record that it reads. */
  readonly needs: ReadonlyArray<string>
  /** Whether the operation is listed for users who browse operations. */
  readonly visibility: 'hidden' | 'public'
}
